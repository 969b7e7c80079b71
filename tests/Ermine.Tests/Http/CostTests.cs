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

/// <summary>Bytes that a request allocates between the server and the answer, beside the values themselves.</summary>
public sealed class CostTests
{
    [Fact]
    public async Task Values_of_the_query_cost_their_texts_and_nothing_else()
    {
        await using var app = await HttpApp.StartAsync("GET /", (invocation, _) =>
        {
            var http = (HttpInvocation)invocation;
            var text = http.QueryText("text");
            var page = http.HasQuery("page") ? http.Query<int>("page") : 1;
            if (http.IsBad) return new(http.BadRequest());
            http.Input.Items["seen"] = text;
            return new(page == 3 ? Outcome.Completed : Outcome.Rejected(""));
        });
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.QueryString = new QueryString("?text=tea&page=3&more=yes");

        Assert.InRange(Measure(app, context), 0, 100);
    }

    [Fact]
    public async Task A_body_that_is_there_costs_its_value_and_little_else()
    {
        await using var app = await HttpApp.StartAsync("POST /", async (invocation, ct) =>
        {
            var http = (HttpInvocation)invocation;
            var order = await http.BodyAsync<Order>(ct);
            return http.IsBad ? http.BadRequest() : order!.Count == 7 ? Outcome.Completed : Outcome.Rejected("");
        });
        var body = new OneRead(Encoding.UTF8.GetBytes("""{"article":"Tea","count":7}"""));
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Features.Set<IRequestBodyPipeFeature>(body);
        context.Request.ContentType = "application/json";

        Assert.InRange(Measure(app, context), 0, 250);
    }

    // The least of many, as whatever else runs on the thread only adds to it.
    private static long Measure(HttpApp app, HttpContext context)
    {
        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.First(e => e.DisplayName == "test.run").RequestDelegate!;
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
