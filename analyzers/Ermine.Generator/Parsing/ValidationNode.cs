using Ermine.Generator.Model;

namespace Ermine.Generator.Parsing;

/// <summary>A validator while it is not yet known whether there is anything for it to check.</summary>
internal sealed class ValidationNode(string name, string parameters, ValidatorShape shape)
{
    private readonly List<(ValidatedValue Value, ValidationNode? Within)> _values = [];
    private readonly List<(string Type, ValidationNode Node)> _kinds = [];

    public string Name { get; } = name;

    public List<string> Whole { get; } = [];

    public string Self { get; set; } = "";

    public List<RenamedMember> Renamed { get; } = [];

    /// <summary>Whether it, or what is within it, checks anything.</summary>
    public bool IsNeeded { get; private set; }

    /// <summary>Whether anything is asked of the object as a whole.</summary>
    public bool HasWhole => Whole.Count > 0 || Self.Length > 0;

    private IEnumerable<ValidationNode> Within => _values.Select(v => v.Within).OfType<ValidationNode>().Concat(_kinds.Select(k => k.Node));

    public void Add(ValidatedValue value, ValidationNode? within) => _values.Add((value, within));

    public void AddKind(string type, ValidationNode node) => _kinds.Add((type, node));

    /// <summary>Learns from what is within it whether it is needed; true where that is news.</summary>
    public bool Learn()
    {
        if (IsNeeded || !(HasWhole || _values.Any(v => v.Value.IsAsked) || Within.Any(n => n.IsNeeded))) return false;
        return IsNeeded = true;
    }

    public ValidatorModel ToModel() => new(
        Name, parameters, shape,
        _values.Select(v => v.Within is { IsNeeded: true } within ? v.Value with { Validator = within.Name } : v.Value with { Guard = "", Given = "" }).Where(v => v.IsAsked).ToEquatableArray(),
        _kinds.Where(k => k.Node.IsNeeded).Select(k => new ValidatedKind(k.Type, k.Node.Name)).ToEquatableArray(),
        Whole.ToEquatableArray(), Self, (HasWhole ? Renamed : []).ToEquatableArray(), IsRecursive());

    private bool IsRecursive()
    {
        var seen = new HashSet<ValidationNode>();
        var waiting = new Stack<ValidationNode>(Within);
        while (waiting.Count > 0)
        {
            var node = waiting.Pop();
            if (ReferenceEquals(node, this)) return true;
            if (!node.IsNeeded || !seen.Add(node)) continue;
            foreach (var next in node.Within) waiting.Push(next);
        }

        return false;
    }
}
