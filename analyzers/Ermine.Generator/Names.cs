namespace Ermine.Generator;

/// <summary>What the generator knows of Ermine and ASP.NET Core, by name: it references neither.</summary>
internal static class Names
{
    public const string Function = "Ermine.FunctionAttribute";
    public const string Trigger = "Ermine.TriggerAttribute";
    public const string TriggerShape = "Ermine.TriggerShapeAttribute";
    public const string Contract = "Ermine.ContractAttribute";
    public const string FormerId = "Ermine.FormerIdAttribute";
    public const string EventExample = "Ermine.EventExampleAttribute";
    public const string Catalog = "Ermine.ErmineCatalogAttribute";
    public const string Provider = "Ermine.ErmineProviderAttribute";
    public const string ClaimsPrincipal = "System.Security.Claims.ClaimsPrincipal";
    public const string Pipe = "Ermine.PipeAttribute";
    public const string ReadsSender = "Ermine.ReadsSenderAttribute";
    public const string RuleEnum = "Ermine.Events.RuleEnum";
    public const string Invocation = "Ermine.Kernel.Invocation";
    public const string InvocationOf = "Ermine.Kernel.Invocation`1";
    public const string Batch = "Ermine.Kernel.Batch";
    public const string Arguments = "Ermine.Kernel.Arguments";
    public const string OnDemand = "Ermine.OnDemandAttribute";
    public const string Outcome = "Ermine.Kernel.Outcome";
    public const string BatchResult = "Ermine.BatchResult";
    public const string Result = "Microsoft.AspNetCore.Http.IResult";
    public const string HttpContext = "Microsoft.AspNetCore.Http.HttpContext";
    public const string HttpRequest = "Microsoft.AspNetCore.Http.HttpRequest";
    public const string HttpResponse = "Microsoft.AspNetCore.Http.HttpResponse";
    public const string FromServices = "Microsoft.AspNetCore.Mvc.FromServicesAttribute";
    public const string FromKeyedServices = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string FromRoute = "Microsoft.AspNetCore.Mvc.FromRouteAttribute";
    public const string FromQuery = "Microsoft.AspNetCore.Mvc.FromQueryAttribute";
    public const string FromHeader = "Microsoft.AspNetCore.Mvc.FromHeaderAttribute";
    public const string FromBody = "Microsoft.AspNetCore.Mvc.FromBodyAttribute";
    public const string FromForm = "Microsoft.AspNetCore.Mvc.FromFormAttribute";
    public const string FromCookie = "Ermine.FromCookieAttribute";
    public const string AsParameters = "Microsoft.AspNetCore.Http.AsParametersAttribute";
    public const string WebApplication = "Microsoft.AspNetCore.Builder.WebApplication";
}
