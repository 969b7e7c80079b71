using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Tests.Auth;

/// <summary>What the table of attacks is tried on: an app with two issuers and a weak one, the same with ASP.NET Core's own handler, and a listener that
/// nobody may call.</summary>
public sealed class Attacked : IAsyncLifetime
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _stock = new();
    private WebApplication _stockApp = null!;

    internal TestIssuer Good { get; } = new("good");

    internal TestIssuer Other { get; } = new("other");

    internal TestIssuer Weak { get; } = new("weak", 1_024);

    internal TestIssuer Stranger { get; } = new("stranger");

    internal HttpApp App { get; private set; } = null!;

    /// <summary>The listener's address.</summary>
    internal string Listener => $"http://{_listener.LocalEndpoint}/keys";

    /// <summary>Whether somebody has called the listener.</summary>
    internal bool IsListenerCalled => _listener.Pending();

    public async Task InitializeAsync()
    {
        _listener.Start();
        App = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute()),
            builder =>
            {
                foreach (var issuer in new[] { Good, Other, Weak }) issuer.TrustIn(builder);
            });
        _stockApp = await StartStockAsync();
        _stock.BaseAddress = new Uri(_stockApp.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await _stockApp.DisposeAsync();
        _stock.Dispose();
        _listener.Stop();
        foreach (var issuer in new[] { Good, Other, Weak, Stranger }) issuer.Dispose();
    }

    internal Task<HttpResponseMessage> AskAsync(string token) => AskAsync(App.Client, token);

    internal async Task<bool> IsTakenByStockAsync(string token)
    {
        using var response = await AskAsync(_stock, token);
        return response.IsSuccessStatusCode;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }

    // As its documentation has it: whose tokens, for whom, with which keys.
    private async Task<WebApplication> StartStockAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization().AddAuthentication().AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuers = [Good.Address, Other.Address, Weak.Address],
            ValidAudience = TestIssuer.Audience,
            IssuerSigningKeys = [Good.PublicKey, Other.PublicKey, Weak.PublicKey],
        });
        var app = builder.Build();
        app.MapGet("/", () => TypedResults.NoContent()).RequireAuthorization();
        await app.StartAsync();
        return app;
    }
}
