using System.Net;
using System.Text;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Validation;

public sealed class ValidationTests(ValidationApp app) : IClassFixture<ValidationApp>
{
    [Fact]
    public async Task What_is_right_is_let_through()
    {
        var response = await PostAsync("/orders/ABC?size=5", """{"name":"tea","lines":[{"count":1,"colour":7}],"ship":{"street":"a","city":"b","notes":{"x":["y"]}},"e/mail":"a@b","colour":7,"marks":5}""");

        Assert.Equal("ABC 5  tea", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_where_it_stands()
    {
        var errors = await ErrorsAsync("/orders/abc?size=0", """
            {"name":"t","lines":[{"count":1,"colour":1},{"count":10}],"ship":{"notes":{"a/b":["x",null],"~":null}},"e/mail":"a","colour":3,"marks":2}
            """, tag: "long");

        Assert.Equal(
            [
                "/colour: The field Colour must be one of Red, Green.",
                "/e~1mail: The Mail field is not a valid e-mail address.",
                "/lines/0/colour: The field Colour must be one of Red, Green.",
                "/lines/1/count: The field Count must be between 1 and 9.",
                "/marks: The field Marks must be one of None, Hot, Wet.",
                "/name: The field Name must be a string with a minimum length of 2 and a maximum length of 10.",
                "/ship/city: The City field is required.",
                "/ship/notes/a~1b/1: The item field is required.",
                "/ship/notes/~0: The item field is required.",
                "/ship/street: Where to?",
                "X-Tag: The field tag must be a string with a maximum length of 3.",
                "code: The field code must match the regular expression '[A-Z]{3}'.",
                "size: The field size must be between 1 and 100.",
            ], errors);
    }

    [Fact]
    public async Task What_can_be_read_is_checked_although_something_else_cannot()
    {
        var errors = await ErrorsAsync("/orders/abc?size=many", """{"name":"tea","lines":[]}""");

        Assert.Equal(
            ["/lines: The field Lines must be a string or array type with a minimum length of '1'.", "code: The field code must match the regular expression '[A-Z]{3}'.", "size: The query value 'size' must be a whole number within its range."], errors);
    }

    [Theory]
    [InlineData("""{"name":null,"lines":[]}""", "/name: This must not be null.")]
    [InlineData("""{"lines":[]}""", "/name: The body must have this member.")]
    public async Task What_JSON_itself_refuses_is_said_once(string body, string error) => Assert.Equal([error], await ErrorsAsync("/orders/ABC", body));

    [Fact]
    public async Task What_an_object_says_of_itself_stands_at_the_members_that_it_names() =>
        Assert.Equal(["/e~1mail: Not this name.", "/lines/0/count: Not this name.", "/name: Not this name."], await ErrorsAsync("/orders/ABC", """{"name":"self","lines":[{"count":1}]}"""));

    [Fact]
    public async Task What_an_object_says_of_no_member_stands_at_the_object() => Assert.Equal([": Not as Order."], await ErrorsAsync("/orders/ABC", """{"name":"whole","lines":[{"count":1}]}"""));

    [Fact]
    public async Task An_object_is_not_asked_before_all_within_it_is_right() =>
        Assert.Equal(["/lines/0/count: The field Count must be between 1 and 9."], await ErrorsAsync("/orders/ABC", """{"name":"self","lines":[{"count":0}]}"""));

    [Fact]
    public async Task A_parameter_that_is_missing_is_not_checked_and_its_default_is() =>
        Assert.Equal("20 ", await app.Client.GetStringAsync("/orders"));

    [Fact]
    public async Task A_parameter_is_asked_by_every_attribute_that_it_has()
    {
        using var response = await app.Client.GetAsync("/orders?size=101&text=ab");

        Assert.Equal(["size: The field size must be between 1 and 100.", "text: text of String is not odd."], await LinesAsync(response));
    }

    [Fact]
    public async Task Members_that_are_bound_like_parameters_are_checked_like_them()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search/0?q=a&size=51");
        request.Headers.Add("X-Tag", "long");
        request.Headers.Add("Cookie", "last=10");
        using var refused = await app.Client.SendAsync(request);

        Assert.Equal(
            [
                "X-Tag: The field Tag must be a string with a maximum length of 3.",
                "errors: The Errors field is required.",
                "last: The field last must be between 1 and 9.",
                "q: The field Text must be a string or array type with a minimum length of '2'.",
                "shop: The field Shop must be between 1 and 9.",
                "size: The field The size must be between 1 and 50.",
            ], await LinesAsync(refused));
        Assert.Equal("ab 10 1", await app.Client.GetStringAsync("/search/1?q=ab&errors=none"));
    }

    [Fact]
    public async Task A_value_of_bound_members_checks_itself_and_names_them_as_the_caller_does()
    {
        using var refused = await app.Client.GetAsync("/search/1?q=itself&errors=none");

        Assert.Equal(["q: Not with this size.", "size: Not with this size."], await LinesAsync(refused));
    }

    [Theory]
    [InlineData("name=Ann&key=1234&again=1234&years=18")]
    [InlineData("name=Ann-of-the-hills&key=123&again=124&years=17", "again: 'Again' and 'Password' do not match.", "key: The field Password must be a string or array type with a minimum length of '4'.",
        "name: The field Name must be a string with a maximum length of 10.", "years: The field age must be between 18 and 120.")]
    [InlineData("name=abcd&key=abcd&again=abcd&years=18", ": The Account has its name for a key.")]
    public async Task Fields_of_a_form_are_checked(string form, params string[] errors)
    {
        using var response = await app.Client.PostAsync("/accounts", new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(errors, errors.Length == 0 && response.StatusCode == HttpStatusCode.OK ? [] : await LinesAsync(response));
    }

    [Fact]
    public async Task A_list_as_the_body_is_checked_itself_and_item_by_item()
    {
        Assert.Equal([": The field lines must be a string or array type with a minimum length of '1'."], await ErrorsAsync("/lists", "[]"));
        Assert.Equal(["/1/count: The field Count must be between 1 and 9."], await ErrorsAsync("/lists", """[{"count":1},{"count":0}]"""));
    }

    [Fact]
    public async Task A_type_that_holds_its_own_kind_is_checked_to_the_leaves()
    {
        Assert.Equal(["/branches/1/branches/0/name: The field Name must be a string or array type with a maximum length of '3'."],
            await ErrorsAsync("/trees", """{"name":"oak","branches":[{"name":"a"},{"name":"b","branches":[{"name":"long"}]}]}"""));
    }

    [Theory]
    [InlineData("""{"$type":"circle","radius":11,"layer":6}""", "/layer: The field Layer must be between 0 and 5.", "/radius: The field Radius must be between 0.5 and 10.")]
    [InlineData("""{"$type":"ring","radius":0.1,"holes":2}""", "/holes: Holes of Ring is not odd.", "/radius: The field Radius must be between 0.5 and 10.")]
    [InlineData("""{"layer":1}""", ": This must say first of which kind it is, by its type discriminator.")]
    [InlineData("""{"$type":"dot","layer":-1}""", "/layer: The field Layer must be between 0 and 5.")]
    public async Task A_value_is_checked_as_the_kind_that_it_is(string body, params string[] errors) => Assert.Equal(errors, await ErrorsAsync("/shapes", body));

    [Fact]
    public async Task A_structure_is_checked() => Assert.Equal(["/y: The field Y must be between 0 and 9."], await ErrorsAsync("/points", """{"x":1,"y":10}"""));

    [Fact]
    public async Task A_structure_that_could_not_be_read_is_said_once() => Assert.StartsWith("/x: This is not the kind of value", Assert.Single(await ErrorsAsync("/points", """{"x":"a","y":10}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"size":"s","weight":200}""", ": The Parcel falls over.")]
    [InlineData("""{"size":"x","weight":13}""", "/size: The Size field does not equal any of the values specified in AllowedValuesAttribute.", "/weight: The Weight field equals one of the values specified in DeniedValuesAttribute.")]
    [InlineData("""{"weight":1}""", "/size: The Size field is required.")]
    public async Task A_type_is_asked_by_its_own_attributes(string body, params string[] errors) => Assert.Equal(errors, await ErrorsAsync("/parcels", body));

    [Fact]
    public async Task Arguments_of_a_call_over_HTTP_are_checked()
    {
        Assert.Equal(["/address/street: Where to?", "/colour: The field colour must be one of Red, Green.", "/count: The field count must be between 1 and 9."],
            await ErrorsAsync("/_ermine/functions/shopping.reckon", """{"count":0,"address":{"city":"b"},"colour":3}"""));
        Assert.Equal(["/address/city: This must not be null.", "/count: The field count must be between 1 and 9."], await ErrorsAsync("/_ermine/functions/shopping.reckon", """{"count":0,"address":{"city":null}}"""));
    }

    [Fact]
    public async Task Arguments_that_are_right_are_let_through()
    {
        using var response = await PostAsync("/_ermine/functions/shopping.reckon", """{"count":1,"address":{"city":"b","street":"a"}}""");

        Assert.Equal("\"1 b Red\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Errors_are_told_up_to_a_bound()
    {
        var errors = await ErrorsAsync("/lists", $"[{string.Join(",", Enumerable.Repeat("""{"count":0}""", 5_000))}]");

        Assert.Equal(200, errors.Count);
    }

    [Fact]
    public async Task A_request_leaves_nothing_to_the_next()
    {
        await ErrorsAsync("/points", """{"x":10,"y":10}""");

        using var response = await PostAsync("/points", """{"x":1,"y":1}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<List<string>> ErrorsAsync(string path, string body, string? tag = null)
    {
        using var response = await PostAsync(path, body, tag);
        return await LinesAsync(response);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (tag is not null) request.Headers.Add("X-Tag", tag);
        return await app.Client.SendAsync(request);
    }

    private static async Task<List<string>> LinesAsync(HttpResponseMessage response) =>
        [.. (await Problem.OfAsync(response, HttpStatusCode.BadRequest)).Errors!.SelectMany(e => e.Value.Select(m => $"{e.Key}: {m}")).Order(StringComparer.Ordinal)];
}
