using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Architecture.Tests.Toy;

/// <summary>The promise of open triggers: a kind from another assembly is wired by the generated code as Ermine's own are.</summary>
public sealed class ToyTriggerTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ermine-toy-");
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_function_behind_a_foreign_trigger_runs_with_its_payload()
    {
        using var app = await StartAsync(TimeProvider.System);

        Drop("letter.json", """{ "from": "Ada", "text": "Hello" }""");

        Assert.Equal("Ada: Hello", await app.Services.GetRequiredService<Arrivals>().NextAsync());
        await app.StopAsync();
        Assert.Empty(Letters());
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_rejected_by_the_kernel_and_set_aside_by_the_source()
    {
        using var app = await StartAsync(TimeProvider.System);

        Drop("letter.json", "no letter");
        Drop("other.json", """{ "from": "Ada", "text": "Hello" }""");
        await app.Services.GetRequiredService<Arrivals>().NextAsync();
        await app.StopAsync();

        Assert.Equal(["letter.rejected"], Letters());
    }

    [Fact]
    public async Task A_setting_overrides_a_value_of_a_foreign_trigger()
    {
        var failure = await Assert.ThrowsAsync<Kernel.ErmineStartupException>(() => StartAsync(TimeProvider.System, ("Ermine:Functions:inbox.open:PollMilliseconds", "0")));

        Assert.Contains("PollMilliseconds = 0 is out of range: it is from 1 to 60000", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_behind_a_foreign_trigger_without_a_shape_runs_on_its_clock()
    {
        using var app = await StartAsync(_clock);

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("looked", await app.Services.GetRequiredService<Arrivals>().NextAsync());
        await app.StopAsync();
    }

    private async Task<IHost> StartAsync(TimeProvider clock, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("FileDrop:Root", _root.FullName), new("Logging:LogLevel:Default", "None"), .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))]);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<Arrivals>();
        builder.AddErmine();
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }

    // Written beside and moved in, as one does: a source must not see half a file.
    private void Drop(string name, string text)
    {
        var beside = Path.Combine(_root.FullName, name);
        File.WriteAllText(beside, text);
        File.Move(beside, Path.Combine(_root.FullName, "letters", name));
    }

    private IEnumerable<string> Letters() => _root.EnumerateFiles("letters/*").Select(f => f.Name);
}
