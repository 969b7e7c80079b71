using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Ermine.Http;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Tests.OpenApi;

/// <summary>What the document says of a function.</summary>
public sealed class OperationTests
{
    private static readonly RestDescription Plain = new("Things") { Summary = "Changes a thing." };

    [Fact]
    public async Task An_operation_has_the_id_of_its_function_and_the_words_of_its_comment()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Remarks = "At once.", IsDeprecated = true });

        Assert.Equal(("things.change", "Changes a thing.", "At once.", true), ((string?)operation["operationId"], (string?)operation["summary"], (string?)operation["description"], (bool?)operation["deprecated"]));
        Assert.Equal("Things", (string?)operation["tags"]![0]);
    }

    [Fact]
    public async Task Stock_attributes_have_the_last_word()
    {
        var operation = await DescribedApp.OperationAsync(Plain, metadata: [new EndpointNameAttribute("change"), new EndpointSummaryAttribute("Other words."), new TagsAttribute("Other"), new ProducesResponseTypeAttribute(418)]);

        Assert.Equal(("change", "Other words.", "Other"), ((string?)operation["operationId"], (string?)operation["summary"], (string?)operation["tags"]![0]));
        Assert.NotNull(operation["responses"]!["418"]);
    }

    [Fact]
    public async Task A_parameter_says_where_it_comes_from_and_what_it_may_be()
    {
        var operation = await DescribedApp.OperationAsync(Plain with
        {
            Parameters =
            [
                new("id", RestSource.Route, typeof(Guid)) { IsRequired = true },
                new("size", RestSource.Query, typeof(int)) { Default = 20, Rules = [new RangeAttribute(1, 100)], Description = "How many.", Example = "50" },
                new("colour", RestSource.Query, typeof(Thing.Tint)) { IsRequired = true },
                new("X-Tenant", RestSource.Header, typeof(string)),
                new("session", RestSource.Cookie, typeof(string)),
            ],
        });

        var parameters = operation["parameters"]!.AsArray().ToDictionary(p => (string)p!["name"]!, p => p!);
        Assert.Equal(["path", "query", "query", "header", "cookie"], parameters.Values.Select(p => (string?)p["in"]));
        Assert.Equal([true, false, true, false, false], parameters.Values.Select(p => (bool?)p["required"] ?? false));
        Assert.Equal("""{"maximum":100,"minimum":1,"type":"integer","format":"int32","default":20,"examples":[50]}""", Sorted(parameters["size"]["schema"]!, "maximum", "minimum", "type", "format", "default", "examples"));
        Assert.Equal("How many.", (string?)parameters["size"]["description"]);
        Assert.Equal("""["Red","Green"]""", parameters["colour"]["schema"]!["enum"]!.ToJsonString());
    }

    [Fact]
    public async Task A_body_is_required_and_described()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Parameters = [new("thing", RestSource.Body, typeof(Thing)) { IsRequired = true, Description = "The thing." }] });

        var body = operation["requestBody"]!;
        Assert.Equal((true, "The thing."), ((bool?)body["required"], (string?)body["description"]));
        Assert.Equal("#/components/schemas/Thing", (string?)body["content"]!["application/json"]!["schema"]!["$ref"]);
    }

    [Fact]
    public async Task A_form_is_described_by_its_fields_and_files()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Parameters = [new("title", RestSource.Form, typeof(string)) { IsRequired = true }, new("picture", RestSource.Form, typeof(IFormFile))] });

        var schema = operation["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!.ToJsonString();
        Assert.Contains("\"title\"", schema, StringComparison.Ordinal);
        Assert.Contains("\"picture\"", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_of_a_form_are_described_as_parameters_are()
    {
        var operation = await DescribedApp.OperationAsync(Plain with
        {
            Parameters = [new("title", RestSource.Form, typeof(string)) { IsRequired = true, Description = "What it is called.", Example = "lamp", Rules = [new LengthAttribute(1, 9)] }, new("picture", RestSource.Form, typeof(IFormFile)) { Description = "How it looks." }],
        });

        var form = operation["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!;
        var fields = form["allOf"]!.AsArray().SelectMany(part => part!["properties"]!.AsObject()).ToDictionary(field => field.Key, field => field.Value!);
        Assert.Equal("""{"type":"string","description":"What it is called.","minLength":1,"maxLength":9,"examples":["lamp"]}""", Sorted(fields["title"], "type", "description", "minLength", "maxLength", "examples"));
        Assert.Equal("How it looks.", (string?)fields["picture"]["description"]);
        Assert.Equal("""["title"]""", form["required"]!.ToJsonString());
    }

    [Fact]
    public async Task A_sequence_is_a_list_or_lines_of_text()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Responses = [new(200, typeof(IEnumerable<Thing>)) { ContentTypes = ["application/json", "text/event-stream"] }] });

        var content = operation["responses"]!["200"]!["content"]!;
        Assert.Equal(("array", "string"), ((string?)content["application/json"]!["schema"]!["type"], (string?)content["text/event-stream"]!["schema"]!["type"]));
    }

    [Fact]
    public async Task An_answer_has_its_type_and_its_words()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Responses = [new(201, typeof(Thing)) { Description = "It is made." }, new(409), new(200, typeof(string)) { ContentTypes = ["text/plain"] }] });

        var answers = operation["responses"]!;
        Assert.Equal("It is made.", (string?)answers["201"]!["description"]);
        Assert.NotNull(answers["201"]!["content"]!["application/json"]!["schema"]);
        Assert.Null(answers["409"]!["content"]); // as the function says, and not as Ermine would
        Assert.Equal("string", (string?)answers["200"]!["content"]!["text/plain"]!["schema"]!["type"]);
    }

    [Theory]
    [InlineData("GET /things", false, "400 500 503 504")]
    [InlineData("POST /things", false, "400 409 500 503 504")]
    [InlineData("POST /things", true, "400 409 413 415 500 503 504")]
    public async Task Problems_are_those_that_can_happen(string route, bool hasBody, string statuses)
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Parameters = hasBody ? [new("thing", RestSource.Body, typeof(Thing))] : [] }, route);

        var problems = operation["responses"]!.AsObject().Where(r => r.Value!["content"]?["application/problem+json"] is not null).Select(r => r.Key);
        Assert.Equal(statuses, string.Join(' ', problems));
    }

    [Fact]
    public async Task What_is_guarded_asks_for_a_token_and_tells_of_its_refusals()
    {
        var document = await DescribedApp.DocumentAsync(Plain, metadata: [new AuthorizeAttribute(), new EnableRateLimitingAttribute("few")], configure: static builder => builder.Services.AddRateLimiter(static o => { }));

        var operation = document["paths"]!["/things/{id}"]!["post"]!;
        Assert.Equal("""[{"bearer":[]}]""", operation["security"]!.ToJsonString());
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]);
        Assert.Superset(new HashSet<string> { "401", "403", "429" }, operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet());
    }

    [Fact]
    public async Task Habits_of_a_reader_are_told()
    {
        var operation = await DescribedApp.OperationAsync(Plain with { Responses = [new(200, typeof(Thing))] }, "GET /things", new PagedAttribute { MaxSize = 70 }, new ETagAttribute(), new DeprecatedAttribute { Sunset = "2027-01-01" });

        Assert.Equal(["cursor", "size", "If-None-Match"], operation["parameters"]!.AsArray().Select(p => (string?)p!["name"]));
        Assert.Equal((70, 50), ((int?)operation["parameters"]![1]!["schema"]!["maximum"], (int?)operation["parameters"]![1]!["schema"]!["default"]));
        Assert.NotNull(operation["responses"]!["304"]);
        Assert.Equal(["Link", "ETag", "Deprecation", "Sunset"], operation["responses"]!["200"]!["headers"]!.AsObject().Select(h => h.Key));
        Assert.True((bool?)operation["deprecated"]);
    }

    [Fact]
    public async Task Habits_of_a_writer_are_told()
    {
        var operation = await DescribedApp.OperationAsync(Plain, "PUT /things", new ETagAttribute { Required = true }, new IdempotentAttribute(), new RateLimitAttribute("5/m"));

        Assert.Equal([("If-Match", true), ("Idempotency-Key", false)], operation["parameters"]!.AsArray().Select(p => ((string)p!["name"]!, (bool?)p["required"] ?? false)));
        Assert.Superset(new HashSet<string> { "409", "412", "422", "428", "429" }, operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet());
        Assert.NotNull(operation["responses"]!["429"]!["headers"]!["Retry-After"]);
    }

    [Fact]
    public async Task What_is_open_says_so()
    {
        var document = await DescribedApp.DocumentAsync(Plain, metadata: [new AuthorizeAttribute(), new AllowAnonymousAttribute()]);

        Assert.Equal("[]", document["paths"]!["/things/{id}"]!["post"]!["security"]!.ToJsonString());
        Assert.Null(document["components"]?["securitySchemes"]);
    }

    [Fact]
    public async Task Of_a_function_with_two_routes_each_has_an_id()
    {
        await using var app = await Doubles.HttpApp.StartAsync(
            catalog =>
            {
                foreach (var route in new[] { "GET /one", "GET /two" })
                    catalog.Add("things.show", new FunctionAttribute(), new RestAttribute(route), null, InputShape.Http, static (_, _) => new(Outcome.Completed), (Func<RestDescription>)(() => Plain));
            },
            builder => Ermine.OpenApi.OpenApiProvider.AddTo(builder, new FunctionCatalog()), "Development");

        var paths = JsonNode.Parse(await app.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!;

        Assert.Equal(("things.show", "things.show-2"), ((string?)paths["/one"]!["get"]!["operationId"], (string?)paths["/two"]!["get"]!["operationId"]));
    }

    private static string Sorted(JsonNode node, params string[] members) => new JsonObject(members.Select(m => KeyValuePair.Create(m, node[m]?.DeepClone()))).ToJsonString();
}
