using Ermine.Kernel;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ermine.Http;

/// <summary>The two parts of <see cref="RestAttribute.Route"/>.</summary>
internal static class RestRoute
{
    /// <exception cref="ErmineStartupException">The route is no method and template.</exception>
    public static (string Method, string Template) Of(FunctionDescriptor<RestAttribute> function)
    {
        var route = function.Trigger.Route;
        if (route.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var method, var template])
            throw new ErmineStartupException($"Function '{function.Id}' has the route '{route}', which is not a method and a template, as in \"GET /polls/{{id}}\" (ERM401).");
        try
        {
            RoutePatternFactory.Parse(template);
            return (method, template);
        }
        catch (RoutePatternException e)
        {
            throw new ErmineStartupException($"Function '{function.Id}' has the route '{route}', which cannot be parsed: {e.Message} (ERM401)", e);
        }
    }
}
