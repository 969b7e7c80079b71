using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Functions;

/// <summary>Answers calls of functions that are not there. In Development it says which one may have been meant; elsewhere a function that is
/// closed and one that does not exist look the same.</summary>
internal sealed class UnknownFunction(FunctionCatalog catalog, bool suggests)
{
    public Task AnswerAsync(HttpContext http)
    {
        var id = http.GetRouteValue("id") as string ?? "";
        return CallProblems.Status(StatusCodes.Status404NotFound, "There is no function of this id that can be called.", suggests ? Suggestion(id) : null).ExecuteAsync(http);
    }

    private string? Suggestion(string id)
    {
        var callable = catalog.Functions.Where(CallTargets.IsCallable).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        if (catalog.Functions.FirstOrDefault(f => f.Id == id) is { } other) return $"'{id}' is a function, and its trigger is another: add [OnDemand] to call it.";
        return NearestName.Of(id, callable) is { } near ? $"Did you mean '{near}'?" : callable.Count == 0 ? "This app has no functions that can be called." : $"There are {string.Join(", ", callable.Order(StringComparer.Ordinal))}.";
    }
}
