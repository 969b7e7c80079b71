namespace Ermine.Kernel;

public sealed partial class Arguments
{
    private ValidationErrors? _validation;
    private Invocation? _invocation;

    /// <summary>Whether the arguments came from outside, as JSON, and so are checked. What code hands over its own author answers for.</summary>
    public bool IsChecked => _json is not null;

    /// <summary>What is wrong with arguments that could be read. Generated code checks them before it asks <see cref="AreBad"/>.</summary>
    public ValidationErrors Validation => (_validation ??= new ValidationErrors()).Begin(_invocation, _json!.Reading);

    // What could not be read was told already, and what stands in its place says nothing.
    private Dictionary<string, string[]> WithInvalid()
    {
        var all = _mistakes ?? [];
        if (_validation is not { Count: > 0 }) return all;

        var unread = all.Keys.Select(Argument).ToHashSet(StringComparer.Ordinal);
        all = new(all);
        foreach (var group in _validation.Found.Where(e => !unread.Contains(Argument(e.Path))).GroupBy(e => e.Path, e => e.Message)) all[group.Key] = [.. group];
        return all;
    }

    private static string Argument(string path) => path.IndexOf('/', Math.Min(1, path.Length)) is > 0 and var end ? path[..end] : path;
}
