using System.Collections.Concurrent;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace Ermine.OpenApi.Documentation;

/// <summary>The documentation files that compilers have put beside the app's assemblies. One that is not there says nothing.</summary>
internal sealed class DocumentationFiles
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, XElement>> _members = new(StringComparer.Ordinal);

    public string Summary(Type type) => DocText.Of(Find(type)?.Element("summary"));

    public string Example(Type type) => DocText.Of(Find(type)?.Element("example"));

    public string Summary(MemberInfo member) => DocText.Of(Find(member)?.Element("summary") ?? Parameter(member));

    public string Example(MemberInfo member) => Find(member)?.Element("example") is { } own ? DocText.Of(own) : (string?)Parameter(member)?.Attribute("example") ?? "";

    private XElement? Find(Type type) => Find(type.Assembly, $"T:{IdOf(type)}");

    private XElement? Find(MemberInfo member) => member.DeclaringType is { } type ? Find(type.Assembly, $"{(member is PropertyInfo ? 'P' : 'F')}:{IdOf(type)}.{member.Name}") : null;

    // Of a record's members, the comment of the record itself may tell.
    private XElement? Parameter(MemberInfo member) =>
        member.DeclaringType is { } type ? Find(type)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == member.Name) : null;

    private XElement? Find(Assembly assembly, string id) => _members.GetOrAdd(assembly.GetName().Name ?? "", Read).GetValueOrDefault(id);

    private static string IdOf(Type type) => ((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name).Replace('+', '.');

    private static Dictionary<string, XElement> Read(string assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml"); // not by the assembly's location, of which native code knows nothing
        if (!File.Exists(file)) return members;
        try
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                if ((string?)member.Attribute("name") is { } name) members[name] = member;
            }
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            members.Clear(); // half a file, as one that is just being written: a document without descriptions is better than none
        }

        return members;
    }
}
