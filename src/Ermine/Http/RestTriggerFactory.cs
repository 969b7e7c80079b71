using Ermine.Kernel;

namespace Ermine.Http;

/// <summary>Requests are pushed by ASP.NET Core, so there is no source; what is left to do is to see that they can come.</summary>
internal sealed class RestTriggerFactory(MappedEndpoints endpoints) : ITriggerFactory<RestAttribute>
{
    public ITriggerSource? Create(FunctionDescriptor<RestAttribute> function) => endpoints.AreMapped ? null : throw new ErmineStartupException(
        $"Function '{function.Id}' answers {function.Trigger.Route}, but no endpoints are mapped: call app.MapErmine() before app.Run().");
}
