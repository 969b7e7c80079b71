using Ermine.Samples.Tests.Node;
using Ermine.Samples.Tests.Processes;
using Ermine.Samples.Tests.Shop;
using Polls;
using Shop;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>Whatever is asked, no answer is a failure, and every answer is one that the document tells of.</summary>
[Trait("Category", "Faults")]
public sealed class FuzzTests(SampleApi<Voting> polls, SampleApi<Ordering> shop, ITestOutputHelper output) : IClassFixture<SampleApi<Voting>>, IClassFixture<SampleApi<Ordering>>
{
    private static readonly int Requests = FaultSeeds.AreLong ? 10_000 : 500;

    public static TheoryData<int> Seeds => FaultSeeds.Take(1);

    [NpmTheory]
    [MemberData(nameof(Seeds))]
    public Task Polls_answers_as_its_document_says(int seed) => HoldsAsync(polls, seed);

    [NpmTheory]
    [MemberData(nameof(Seeds))]
    public Task Shop_answers_as_its_document_says(int seed) => HoldsAsync(shop, seed);

    [NpmTheory]
    [InlineData("\"404\": {", "\"410\": {", "the document knows of no such status")]
    [InlineData("\"format\": \"date-time\"", "\"format\": \"uuid\"", "the judge objects")]
    public async Task An_answer_that_the_document_does_not_tell_of_is_found(string right, string wrong, string complaint)
    {
        var run = await RunAsync(polls, seed: 7, count: 200, document => document.Replace(right, wrong, StringComparison.Ordinal), mostFaults: 1);

        Assert.Contains(run.Faults, fault => fault.StartsWith(complaint, StringComparison.Ordinal));
    }

    private async Task HoldsAsync<TProgram>(SampleApi<TProgram> sample, int seed) where TProgram : class
    {
        var run = await RunAsync(sample, seed, Requests, document => document);

        output.WriteLine($"Seed {seed}, {Requests} requests: {run.Statuses}");
        Assert.True(run.Faults.Count == 0, $"Seed {seed}: {string.Join("\n", run.Faults)}");
        Assert.All(new[] { 200, 201, 400, 404 }, status => Assert.True(run.HasSeen(status), $"Never answered {status}: {run.Statuses}")); // requests that all fail alike would show nothing
    }

    private static async Task<FuzzRun> RunAsync<TProgram>(SampleApi<TProgram> sample, int seed, int count, Func<string, string> change, int mostFaults = 20) where TProgram : class
    {
        var app = await sample.App;
        var document = change(await sample.DocumentAsync());
        await using var judge = await Prism.StartAsync(document, app.Http.BaseAddress!);
        var run = new FuzzRun(new ApiDocument(document), app.Http.BaseAddress!, judge, seed, ShopClient.StaffToken, mostFaults);
        await run.SendAsync(count);
        return run;
    }
}
