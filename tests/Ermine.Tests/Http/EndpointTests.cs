using System.Net;
using System.Text.Encodings.Web;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Tests.Http;

public sealed class EndpointTests
{
    [Fact]
    public async Task The_app_is_alive_and_ready_when_it_has_started()
    {
        await using var app = await HttpApp.StartAsync("GET /", Done);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await app.Client.GetAsync("/health/live")).StatusCode, (await app.Client.GetAsync("/health/ready")).StatusCode));
    }

    [Fact]
    public async Task A_health_check_that_fails_is_about_readiness_and_not_life()
    {
        await using var app = await HttpApp.StartAsync("GET /", Done, configure: b => b.Services.AddHealthChecks().AddCheck("database", () => HealthCheckResult.Unhealthy()));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), ((await app.Client.GetAsync("/health/live")).StatusCode, (await app.Client.GetAsync("/health/ready")).StatusCode));
    }

    [Fact]
    public async Task Another_method_than_the_routes_is_not_allowed()
    {
        await using var app = await HttpApp.StartAsync("GET /", Done);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.Client.PostAsync("/", null)).StatusCode);
    }

    [Fact]
    public async Task A_function_with_an_attribute_of_authorization_is_closed_to_strangers()
    {
        await using var app = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Done, new AuthorizeAttribute()),
            builder => builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, Strangers>("Test", null));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_disabled_function_is_not_mapped()
    {
        await using var app = await HttpApp.StartAsync("GET /", Done, configure: b => b.Configuration["Ermine:Functions:test.run:Disabled"] = "true");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task An_app_that_maps_no_endpoints_refuses_the_start_and_says_what_to_call()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var catalog = new FunctionCatalog();
        catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Done);
        KernelProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");

        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => app.StartAsync());

        Assert.Contains("app.MapErmine()", failure.Message);
    }

    [Theory]
    [InlineData("/items")]
    [InlineData("GET")]
    [InlineData("GET /items now")]
    [InlineData("GET /items/{id")]
    public async Task A_route_that_is_no_method_and_template_refuses_the_start_by_its_function(string route)
    {
        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => HttpApp.StartAsync(route, Done));

        Assert.Contains("'test.run'", failure.Message);
        Assert.Contains("ERM401", failure.Message);
    }

    [Fact]
    public async Task The_address_and_the_functions_are_printed_when_the_app_is_ready()
    {
        await using var app = await HttpApp.StartAsync("GET /", Done);

        var banner = app.Log.Lines.Single(l => l.Id == 120).Text;

        Assert.Contains("test.run", banner);
        Assert.Contains(app.Address.ToString().TrimEnd('/'), banner);
        Assert.Contains("ready in", banner);
    }

    private static ValueTask<Outcome> Done(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);

    private sealed class Strangers(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.NoResult());
    }
}
