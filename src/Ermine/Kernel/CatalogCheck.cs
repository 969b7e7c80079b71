namespace Ermine.Kernel;

/// <summary>Refuses a catalog that would lose work: functions left out, or two of one id.</summary>
internal static class CatalogCheck
{
    public static void ThrowIfFaulty(FunctionCatalog catalog)
    {
        if (catalog.Omitted.Count > 0)
        {
            throw new ErmineStartupException("These functions could not be wired, so the app does not start:\n" +
                string.Join('\n', catalog.Omitted.Select(o => $"  {o.Method}  {o.Rule}: {o.Reason}")));
        }

        var twice = catalog.Functions.GroupBy(f => (f.Id, f.Trigger)).FirstOrDefault(g => g.Count() > 1)
            ?? catalog.Functions.GroupBy(f => (f.Id, Trigger: (TriggerAttribute)null!)).FirstOrDefault(g => g.Select(f => f.Function).Distinct().Count() > 1);
        if (twice is not null)
            throw new ErmineStartupException($"Two functions have the id '{twice.Key.Id}' (ERM005); give one of them another with [Function(Id = \"...\")].");
    }
}
