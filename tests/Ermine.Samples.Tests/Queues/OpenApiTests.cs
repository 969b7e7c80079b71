using System.Net.Http.Json;
using System.Text.Json;
using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

public sealed class OpenApiTests
{
    [Fact]
    public async Task An_app_that_has_an_OpenAPI_document_finds_in_it_what_operators_do_with_queues()
    {
        await using var app = await TestApp.StartAsync<Chores>();

        var paths = (await app.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => path.Name.StartsWith("/_ermine/queues", StringComparison.Ordinal)).ToArray();
        var operations = paths.SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToArray();

        Assert.Equal(10, operations.Length);
        Assert.All(operations, operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
        Assert.All(operations, operation => Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), response => response.Name is "200" or "204"));
        Assert.All(operations.Where(operation => operation.Name.Contains("{queue}", StringComparison.Ordinal)), operation => Assert.True(operation.Value.GetProperty("responses").TryGetProperty("404", out _), operation.Name));
        var list = operations.Single(operation => operation.Name == "get /_ermine/queues/{queue}/dead-letters").Value;
        Assert.Equal(["after", "before", "fingerprint", "limit", "queue"], list.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).Order());
    }
}
