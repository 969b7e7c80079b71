using Microsoft.AspNetCore.Http.Features;

namespace Ermine.Http;

/// <summary>A response that an answer is written into before it is sent: it begins with what the real one has, and takes any text as a header.</summary>
internal sealed class CapturedResponse : HttpResponseFeature
{
    private readonly IHttpResponseFeature _real;

    public CapturedResponse(IHttpResponseFeature real)
    {
        _real = real;
        StatusCode = real.StatusCode;
        foreach (var (name, value) in real.Headers) Headers[name] = value;
    }

    public override void OnStarting(Func<object, Task> callback, object state) => _real.OnStarting(callback, state);

    public override void OnCompleted(Func<object, Task> callback, object state) => _real.OnCompleted(callback, state);
}
