using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Http;

/// <summary>Bytes that a request allocates between the server and the answer, the values themselves included.</summary>
public sealed class CostTests
{
    private const string Tea = """{"article":"Tea","count":7}""";

    [Fact]
    public async Task Values_of_the_query_cost_little_beside_their_texts()
    {
        await using var app = await StartAsync("GET", http => http.QueryText("text") == "tea" && http.HasQuery("page") && http.Query<int>("page") == 3);
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.QueryString = new QueryString("?text=tea&page=3&more=yes");

        Assert.InRange(Measure(app, context, "test.run") - Measure(app, context, "test.none"), 1, 300);
    }

    [Fact]
    public async Task A_body_that_is_there_costs_little_beside_its_value()
    {
        await using var app = await StartAsync("POST", http =>
        {
            var reading = http.BodyAsync<Order>(default);
            return reading.IsCompletedSuccessfully && reading.Result is { Article: "Tea", Count: 7 };
        });
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Features.Set<IRequestBodyPipeFeature>(new OneRead(Encoding.UTF8.GetBytes(Tea)));
        context.Request.ContentType = "application/json";

        Assert.InRange(Measure(app, context, "test.run") - Measure(app, context, "test.none"), 1, 300);
    }

    // Beside the function that is measured stands one that reads nothing.
    private static Task<HttpApp> StartAsync(string method, Func<HttpInvocation, bool> read) => HttpApp.StartAsync(catalog =>
    {
        catalog.Add("test.run", new FunctionAttribute(), new RestAttribute($"{method} /run"), null, InputShape.Http, (invocation, _) =>
            new(read((HttpInvocation)invocation) ? Outcome.Completed : Outcome.Rejected("It was not read.")));
        catalog.Add("test.none", new FunctionAttribute(), new RestAttribute($"{method} /none"), null, InputShape.Http, (_, _) => new(Outcome.Completed));
    });

    // The least of many, as whatever else runs on the thread only adds to it.
    private static long Measure(HttpApp app, HttpContext context, string id)
    {
        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.First(e => e.DisplayName == id).RequestDelegate!;
        var least = long.MaxValue;
        for (var i = 0; i < 2000; i++)
        {
            var start = GC.GetAllocatedBytesForCurrentThread();
            var running = endpoint(context);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - start);
            Assert.True(running.IsCompletedSuccessfully);
            Assert.Equal(StatusCodes.Status204NoContent, context.Response.StatusCode);
            context.Response.StatusCode = StatusCodes.Status200OK;
        }

        return least;
    }

    private sealed record Order(string Article, int Count);

    private sealed class OneRead(byte[] body) : PipeReader, IRequestBodyPipeFeature
    {
        private readonly ReadOnlySequence<byte> _body = new(body);

        public PipeReader Reader => this;

        public override bool TryRead(out ReadResult result)
        {
            result = new ReadResult(_body, isCanceled: false, isCompleted: true);
            return true;
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException("Nothing has to be waited for.");

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
        }

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}
