using Ermine.Http;
using Ermine.Identity;
using Ermine.Kernel;
using Ermine.Webhooks.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Tests;

/// <summary>An app whose functions are only asked for over HTTP references no database.</summary>
public sealed class WithoutDatabaseTests
{
    [Fact]
    public async Task It_is_made_and_starts_though_everything_that_it_registers_is_looked_into()
    {
        await using var app = Build();

        await app.StartAsync();
        await app.StopAsync();
    }

    [Fact]
    public async Task What_needs_a_database_says_so_where_it_is_asked_for()
    {
        await using var app = Build();
        await using var scope = app.Services.CreateAsyncScope();

        Assert.All([typeof(IQueues), typeof(IEventBus), typeof(IEventSubscriptions), typeof(IWebhookDestinations), typeof(IWebhookDeliveries)], service =>
            Assert.Contains("Ermine.", Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService(service)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_destination_whose_format_takes_a_package_ends_the_start_with_its_name()
    {
        const string Destination = "Ermine:Webhooks:Destinations:crm:";
        await using var app = Build((Destination + "Url", "https://example.org/"), (Destination + "Pattern", """{"source": ["shop"]}"""), (Destination + "Format", "CloudEvents"));

        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => app.StartAsync());

        Assert.Contains("reference the package Ermine.CloudEvents", failure.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        var catalog = new FunctionCatalog();
        catalog.Add("hello.say", new FunctionAttribute(), new RestAttribute("GET /hello"), null, InputShape.Http, static _ => Outcome.Completed);
        KernelProvider.AddTo(builder, catalog);
        QueueProvider.AddTo(builder, catalog);
        ScheduleProvider.AddTo(builder, catalog);
        IdentityProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        EventProvider.AddTo(builder, catalog);
        SendingProvider.AddTo(builder, catalog);
        AuthProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        var app = builder.Build();
        app.MapErmine();
        return app;
    }
}
