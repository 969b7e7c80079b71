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

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
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
