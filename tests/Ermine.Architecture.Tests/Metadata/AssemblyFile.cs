using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ermine.Architecture.Tests.Metadata;

/// <summary>What a compiled assembly names, read from its file without loading it.</summary>
internal sealed class AssemblyFile
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly string _name;
    private readonly Lazy<IReadOnlyList<Dependency>> _dependencies;

    public AssemblyFile(string path)
    {
        _file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        _reader = _file.GetMetadataReader();
        _name = _reader.GetString(_reader.GetAssemblyDefinition().Name);
        _dependencies = new Lazy<IReadOnlyList<Dependency>>(FindDependencies);
    }

    /// <summary>The names of the assemblies that it references.</summary>
    public IReadOnlyList<string> References => [.. _reader.AssemblyReferences.Select(r => _reader.GetString(_reader.GetAssemblyReference(r).Name))];

    /// <summary>Every type that a type of this assembly names, once for each pair.</summary>
    public IReadOnlyList<Dependency> Dependencies => _dependencies.Value;

    /// <summary>The types that derive directly from a type, by name.</summary>
    public IEnumerable<TypeName> DerivedFrom(string space, string name) => _reader.TypeDefinitions
        .Where(h => _reader.GetTypeDefinition(h).BaseType is { IsNil: false, Kind: not HandleKind.TypeSpecification } parent && Name(parent) is var type && type.Namespace == space && type.Name == name)
        .Select(h => Name(h));

    /// <summary>The literals in method bodies, with the type that they stand in.</summary>
    public IEnumerable<(TypeName Type, string Text)> Literals() =>
        from handle in _reader.TypeDefinitions
        from method in _reader.GetTypeDefinition(handle).GetMethods()
        from token in Tokens(method)
        where token >>> 24 == 0x70
        select (Name(handle), _reader.GetUserString(MetadataTokens.UserStringHandle(token & 0xFFFFFF)));

    /// <summary>The types that attributes of the assembly itself name as <c>typeof(...)</c>, for attributes of one name.</summary>
    public IEnumerable<string> TypesGivenTo(string attribute) =>
        from handle in _reader.GetAssemblyDefinition().GetCustomAttributes()
        let value = _reader.GetCustomAttribute(handle)
        where AttributeName(value) == attribute
        let blob = _reader.GetBlobReader(value.Value)
        select FirstText(blob).Split(',')[0];

    private IReadOnlyList<Dependency> FindDependencies()
    {
        var found = new HashSet<Dependency>();
        foreach (var handle in _reader.TypeDefinitions)
        {
            var from = Name(handle);
            foreach (var to in Named(handle)) found.Add(new Dependency(from, to));
        }

        found.RemoveWhere(d => d.From == d.To);
        return [.. found];
    }

    private HashSet<TypeName> Named(TypeDefinitionHandle handle)
    {
        var names = new HashSet<TypeName>();
        var collector = new TypeCollector(_reader, h => names.Add(Name(h)));
        var type = _reader.GetTypeDefinition(handle);

        See(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations()) See(_reader.GetInterfaceImplementation(i).Interface);
        SeeParameters(type.GetGenericParameters());
        SeeAttributes(type.GetCustomAttributes());
        foreach (var h in type.GetFields())
        {
            var field = _reader.GetFieldDefinition(h);
            field.DecodeSignature(collector, null);
            SeeAttributes(field.GetCustomAttributes());
        }

        foreach (var h in type.GetProperties()) SeeAttributes(_reader.GetPropertyDefinition(h).GetCustomAttributes());
        foreach (var h in type.GetEvents()) See(_reader.GetEventDefinition(h).Type);
        foreach (var h in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(h);
            method.DecodeSignature(collector, null);
            SeeParameters(method.GetGenericParameters());
            SeeAttributes(method.GetCustomAttributes());
            foreach (var p in method.GetParameters()) SeeAttributes(_reader.GetParameter(p).GetCustomAttributes());
            if (Body(method) is { LocalSignature.IsNil: false } body) _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(collector, null);
            foreach (var token in Tokens(h).Where(t => t >>> 24 != 0x70)) See(MetadataTokens.EntityHandle(token));
        }

        return names;

        void SeeParameters(GenericParameterHandleCollection parameters)
        {
            foreach (var p in parameters)
            {
                foreach (var c in _reader.GetGenericParameter(p).GetConstraints()) See(_reader.GetGenericParameterConstraint(c).Type);
            }
        }

        void SeeAttributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var a in attributes) See(_reader.GetCustomAttribute(a).Constructor);
        }

        void See(EntityHandle h)
        {
            if (h.IsNil) return;
            switch (h.Kind)
            {
                case HandleKind.TypeDefinition or HandleKind.TypeReference:
                    names.Add(Name(h));
                    break;
                case HandleKind.TypeSpecification:
                    _reader.GetTypeSpecification((TypeSpecificationHandle)h).DecodeSignature(collector, null);
                    break;
                case HandleKind.MethodDefinition:
                    See(_reader.GetMethodDefinition((MethodDefinitionHandle)h).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    See(_reader.GetFieldDefinition((FieldDefinitionHandle)h).GetDeclaringType());
                    break;
                case HandleKind.MethodSpecification:
                    var specification = _reader.GetMethodSpecification((MethodSpecificationHandle)h);
                    specification.DecodeSignature(collector, null);
                    See(specification.Method);
                    break;
                case HandleKind.MemberReference:
                    var member = _reader.GetMemberReference((MemberReferenceHandle)h);
                    See(member.Parent);
                    if (member.GetKind() == MemberReferenceKind.Method) member.DecodeMethodSignature(collector, null);
                    else member.DecodeFieldSignature(collector, null);
                    break;
            }
        }
    }

    private TypeName Name(EntityHandle handle) => handle.Kind == HandleKind.TypeDefinition ? NameOfDefinition((TypeDefinitionHandle)handle) : NameOfReference((TypeReferenceHandle)handle);

    private TypeName NameOfDefinition(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        for (; !type.GetDeclaringType().IsNil; type = _reader.GetTypeDefinition(type.GetDeclaringType()))
        {
            // up to the type that stands in the namespace
        }

        return new TypeName(_name, _reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }

    private TypeName NameOfReference(TypeReferenceHandle handle)
    {
        var type = _reader.GetTypeReference(handle);
        for (; type.ResolutionScope.Kind == HandleKind.TypeReference; type = _reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))
        {
            // up to the type that stands in the namespace
        }

        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : _name;
        return new TypeName(assembly, _reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }

    private IEnumerable<int> Tokens(MethodDefinitionHandle handle) => Body(_reader.GetMethodDefinition(handle)) is { } body ? IlTokens.Of(body.GetILBytes()!) : [];

    private MethodBodyBlock? Body(MethodDefinition method) => method.RelativeVirtualAddress == 0 ? null : _file.GetMethodBody(method.RelativeVirtualAddress);

    private string AttributeName(CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MethodDefinition
        ? Name(_reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()).Name
        : _reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type ? Name(type).Name : ""; // a generic one is none of ours

    private static string FirstText(BlobReader blob)
    {
        blob.ReadUInt16(); // the prolog
        return blob.ReadSerializedString() ?? "";
    }
}
