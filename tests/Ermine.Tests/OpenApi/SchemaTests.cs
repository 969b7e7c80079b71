using System.Text.Json.Nodes;
using Ermine.Http;

namespace Ermine.Tests.OpenApi;

/// <summary>What the document says of types.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task A_type_and_its_members_are_described_by_their_comments()
    {
        var thing = (await SchemasAsync())["Thing"]!;

        Assert.Equal("A thing.", (string?)thing["description"]);
        Assert.Equal(["What it is called.", "In kilograms.", "What else there is to say.", "Its colour.", "Texts of one letter."], thing["properties"]!.AsObject().Select(p => (string?)p.Value!["description"]));
        Assert.Equal("lamp", (string?)thing["properties"]!["name"]!["examples"]![0]);
    }

    [Fact]
    public async Task Attributes_of_validation_are_found_on_members_and_on_the_parameters_of_a_record()
    {
        var members = (await SchemasAsync())["Thing"]!["properties"]!;

        Assert.Equal((1, 20), ((int?)members["name"]!["minLength"], (int?)members["name"]!["maxLength"]));
        Assert.Equal((1, 100), ((int?)members["weight"]!["minimum"], (int?)members["weight"]!["maximum"]));
        Assert.Equal(2, (int?)members["letters"]!["minItems"]);
    }

    [Fact]
    public async Task A_member_that_may_be_null_need_not_be_there() =>
        Assert.Equal(["name", "weight", "colour"], (await SchemasAsync())["Thing"]!["required"]!.AsArray().Select(r => (string?)r));

    [Fact]
    public async Task A_number_is_a_number_and_no_text() => Assert.Equal("integer", (string?)(await SchemasAsync())["Thing"]!["properties"]!["weight"]!["type"]);

    [Fact]
    public async Task An_enumeration_that_is_written_by_name_is_described_by_name() => Assert.Equal("""{"enum":["Red","Green"],"type":"string"}""", Without((await SchemasAsync())["Tint"]!, "description"));

    private static async Task<JsonNode> SchemasAsync() =>
        (await DescribedApp.DocumentAsync(new RestDescription("Things") { Summary = "Makes a thing.", Parameters = [new("thing", RestSource.Body, typeof(Thing)) { IsRequired = true }] }))["components"]!["schemas"]!;

    private static string Without(JsonNode node, string member)
    {
        node.AsObject().Remove(member);
        return node.ToJsonString();
    }
}
