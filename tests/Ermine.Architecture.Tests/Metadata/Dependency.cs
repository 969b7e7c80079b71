namespace Ermine.Architecture.Tests.Metadata;

/// <summary>One type naming another: as a base, in a signature, in an attribute, or anywhere in a method's body.</summary>
internal sealed record Dependency(TypeName From, TypeName To)
{
    public override string ToString() => $"{From} names {To}";
}
