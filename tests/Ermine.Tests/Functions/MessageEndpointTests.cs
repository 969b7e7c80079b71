using System.Net;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Functions;

/// <summary>Functions that read messages, called by hand.</summary>
public sealed class MessageEndpointTests
{
    private readonly List<int> _handled = [];

    [Theory]
    [InlineData("[1, 2, 3]", new[] { 1, 2, 3 })]
    [InlineData("4", new[] { 4 })]
    public async Task A_batch_function_is_handed_a_list_or_a_single_payload(string json, int[] handled)
    {
        await using var app = await StartAsync();

        using var response = await app.CallAsync(json);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(handled, _handled);
        Assert.Single(app.Commits.Committed);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_named_and_nothing_is_recorded()
    {
        await using var app = await StartAsync();

        using var response = await app.CallAsync("[1, \"two\"]");

        Assert.Equal("[1]", (await Problem.OfAsync(response, HttpStatusCode.BadRequest)).OnlyError.Field);
        Assert.Empty(app.Commits.Committed);
    }

    [Fact]
    public async Task A_function_that_fails_is_called_once_and_answers_500()
    {
        await using var app = await StartAsync(fails: true);

        using var response = await app.CallAsync("[1]");

        await Problem.OfAsync(response, HttpStatusCode.InternalServerError);
        Assert.Equal([1], _handled);
        Assert.Empty(app.Commits.Committed);
    }

    [Fact]
    public async Task What_is_no_JSON_is_refused()
    {
        await using var app = await StartAsync();

        using var response = await app.CallAsync("[1,");

        await Problem.OfAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task In_production_it_is_not_there_even_where_its_class_allows_everybody()
    {
        await using var app = await StartAsync("Production");

        using var response = await app.CallAsync("[1]");

        await Problem.OfAsync(response, HttpStatusCode.NotFound);
        Assert.Empty(_handled);
    }

    private Task<HttpApp> StartAsync(string environment = "Development", bool fails = false) => HttpApp.StartAsync(
        catalog => catalog.Add("test.run", new FunctionAttribute(), new TestTriggerAttribute(), null, InputShape.Batch, (invocation, _) =>
        {
            _handled.AddRange(((Invocation<Batch>)invocation).Input.Many<int>());
            invocation.Commit.Send(new OutgoingMessage("votes", "1"u8.ToArray()));
            return fails ? throw new InvalidOperationException("no") : new(Outcome.Completed);
        }, new AllowAnonymousAttribute()),
        builder => builder.Services.AddSingleton<ITriggerFactory<TestTriggerAttribute>, NoSource>(), environment);

    private sealed class NoSource : ITriggerFactory<TestTriggerAttribute>
    {
        public ITriggerSource? Create(FunctionDescriptor<TestTriggerAttribute> function) => null;
    }
}
