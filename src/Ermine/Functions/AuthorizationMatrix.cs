using System.Text;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Who may call what, a line for each trigger of each function: to be kept in a file, so that a review sees what changes.</summary>
public static class AuthorizationMatrix
{
    /// <summary>The matrix of an app, in the order of the functions' ids.</summary>
    public static string Of(FunctionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var rows = catalog.Declared.Select(f => (f.Id, Trigger: Spoken(f.Trigger), Access: FunctionAccess.Of(f) ?? "-"))
            .OrderBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.Trigger, StringComparer.Ordinal).Prepend(("function", "trigger", "who may call"));
        var all = rows.ToArray();
        var (first, second) = (all.Max(r => r.Item1.Length), all.Max(r => r.Item2.Length));
        return all.Aggregate(new StringBuilder(), (text, r) => text.Append(r.Item1.PadRight(first)).Append("  ").Append(r.Item2.PadRight(second)).Append("  ").Append(r.Item3).Append('\n')).ToString();
    }

    private static string Spoken(TriggerAttribute trigger) => trigger is RestAttribute rest ? rest.Route : trigger.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
}
