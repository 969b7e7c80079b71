namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What all apps have besides the endpoints that are compared.</summary>
public static class RestApp
{
    /// <summary>A builder on a free port of the loopback, which logs nothing.</summary>
    public static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        Configure(builder);
        return builder;
    }

    /// <summary>What a builder of any kind gets.</summary>
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RestJson.Default));
    }

    /// <summary>Serves <c>/meter</c> too: bytes allocated and microseconds of processor time so far. Prints the address, and runs until its input ends.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        app.Map("/meter", (RequestDelegate)(static context =>
            context.Response.WriteAsync(FormattableString.Invariant($"{GC.GetTotalAllocatedBytes(precise: true)} {Environment.CpuUsage.TotalTime.TotalMicroseconds:0}"))));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync(); // ends with the benchmark, however that ends
        await app.StopAsync();
    }
}
