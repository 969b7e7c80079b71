using System.Diagnostics;

namespace Ermine.Kernel;

/// <summary>Refuses a catalog that would lose work: functions left out, or two of one id.</summary>
internal static class CatalogCheck
{
    /// <exception cref="ErmineStartupException">The catalog is faulty.</exception>
    public static void ThrowIfFaulty(FunctionCatalog catalog)
    {
        if (catalog.Omitted.Count > 0)
        {
            throw new ErmineStartupException("These functions could not be wired, so the app does not start:\n" +
                string.Join('\n', catalog.Omitted.Select(o => $"  {o.Method}  {o.Rule}: {o.Reason}")));
        }

        if (catalog.Functions.GroupBy(f => f.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(f => f.Skip(1).Any() && AreSeveral(f)) is { } several)
            throw new ErmineStartupException($"Two functions have the id '{several.Key}' (ERM005); give one of them another with [Function(Id = \"...\")].");
    }

    // All triggers of one function are wired in the generated class of its class, and no two of them are alike. Asked of one, the first question
    // would cost an app that is compiled ahead milliseconds: it sorts the names of all its methods.
    private static bool AreSeveral(IGrouping<string, FunctionDescriptor> sameId) =>
        sameId.Select(f => DiagnosticMethodInfo.Create((Delegate?)f.Synchronous ?? f.Handler)?.DeclaringTypeName).Distinct().Count() > 1 || sameId.Select(f => f.Trigger).Distinct().Count() < sameId.Count();
}
