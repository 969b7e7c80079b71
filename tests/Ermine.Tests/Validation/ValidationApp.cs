using Ermine.Tests.Doubles;

namespace Ermine.Tests.Validation;

/// <summary>The functions of <see cref="Shopping"/> as they are generated, on Kestrel.</summary>
public sealed class ValidationApp : IAsyncLifetime
{
    private HttpApp _app = null!;

    public HttpClient Client => _app.Client;

    public async Task InitializeAsync() => _app = await HttpApp.StartAsync(ErmineGenerated.Ermine.Tests.Validation.Shopping.AddTo);

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
