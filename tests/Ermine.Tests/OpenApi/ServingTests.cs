using System.Net;
using System.Text.Json.Nodes;
using Ermine.Http;
using Ermine.Kernel;

namespace Ermine.Tests.OpenApi;

/// <summary>Where the documents are served, and what stands at their head.</summary>
public sealed class ServingTests
{
    private static readonly RestDescription Plain = new("Things") { GroupSummary = "Keeps things.", Summary = "Shows things." };

    [Theory]
    [InlineData("Development", null, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("Production", null, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("Production", "false", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("Production", "true", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    public async Task A_document_is_public_where_the_app_says_so_and_that_of_operators_is_not(string environment, string? setting, HttpStatusCode ofUsers, HttpStatusCode ofOperators)
    {
        await using var app = await DescribedApp.StartAsync(Plain, "GET /things", configure: builder => builder.Configuration["Ermine:OpenApi:Public"] = setting, environment: environment);

        Assert.Equal((ofUsers, ofUsers, ofUsers), (await app.StatusAsync("/openapi/v1.json"), await app.StatusAsync("/openapi/v1.yaml"), await app.StatusAsync("/scalar/")));
        Assert.Equal(ofOperators, await app.StatusAsync("/openapi/operators.json"));
    }

    [Fact]
    public async Task A_setting_that_is_neither_true_nor_false_ends_the_start() => Assert.Contains("Ermine:OpenApi:Public", (await Assert.ThrowsAsync<ErmineStartupException>(
        () => DescribedApp.StartAsync(Plain, "GET /things", configure: static builder => builder.Configuration["Ermine:OpenApi:Public"] = "perhaps"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_head_is_what_the_settings_say()
    {
        var document = await DescribedApp.DocumentAsync(Plain, "GET /things", configure: static builder =>
        {
            foreach (var (key, value) in new[] { ("Title", "Things"), ("Version", "2.0"), ("Description", "All."), ("Contact:Email", "a@example.org"), ("License:Name", "MIT"), ("License:Identifier", "MIT"), ("Servers:0", "https://things.example.org") })
                builder.Configuration[$"Ermine:OpenApi:{key}"] = value;
        });

        Assert.Equal("3.1", ((string)document["openapi"]!)[..3]);
        Assert.Equal(("Things", "2.0", "All."), ((string?)document["info"]!["title"], (string?)document["info"]!["version"], (string?)document["info"]!["description"]));
        Assert.Equal(("a@example.org", "MIT"), ((string?)document["info"]!["contact"]!["email"], (string?)document["info"]!["license"]!["identifier"]));
        Assert.Equal("https://things.example.org", (string?)document["servers"]![0]!["url"]);
    }

    [Fact]
    public async Task A_group_is_described_by_the_comment_of_its_class() =>
        Assert.Equal("Keeps things.", (string?)(await DescribedApp.DocumentAsync(Plain, "GET /things"))["tags"]![0]!["description"]);

    [Fact]
    public async Task A_description_is_not_made_before_a_document_is()
    {
        var made = 0;
        Func<RestDescription> describe = () =>
        {
            made++;
            return Plain;
        };
        await using var app = await Doubles.HttpApp.StartAsync(
            catalog => catalog.Add("things.show", new FunctionAttribute(), new RestAttribute("GET /things"), null, InputShape.Http, static (_, _) => new(Outcome.Completed), describe),
            builder => Ermine.OpenApi.OpenApiProvider.AddTo(builder, new FunctionCatalog()), "Development");
        await app.Client.GetAsync("/things");
        var before = made;

        await app.Client.GetAsync("/openapi/v1.json");

        Assert.Equal(0, before);
        Assert.NotEqual(0, made);
        Assert.NotNull(JsonNode.Parse(await app.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!["/things"]);
    }
}
