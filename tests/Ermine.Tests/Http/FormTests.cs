using System.Net;
using System.Text;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

/// <summary>Fields and files of forms, bound as the generator emits it.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private HttpApp _app = null!;

    public async Task InitializeAsync() => _app = await HttpApp.StartAsync("POST /", async (invocation, ct) =>
    {
        var http = (HttpInvocation)invocation;
        await http.ReadFormAsync(ct);
        var name = http.FormFieldText("name");
        var numbers = http.FormFieldList<int>("n");
        var day = http.HasFormField("day") ? http.FormFieldEnum<DayOfWeek>("day") : DayOfWeek.Sunday;
        var file = http.HasFormFile("photo") ? http.FormFile("photo") : null;
        if (http.IsBad) return http.BadRequest();
        http.RespondText($"{name} {string.Join(",", numbers)} {day} {file?.FileName} {file?.Length} {http.Form.Files.Count}");
        return Outcome.Completed;
    }, maxBodyBytes: 100_000);

    [Fact]
    public async Task Fields_of_an_encoded_form_are_bound()
    {
        using var content = new FormUrlEncodedContent([new("name", "a\r\nb"), new("n", "1"), new("n", "2"), new("day", "friday")]);

        Assert.Equal("a\r\nb 1,2 Friday   0", await (await _app.Client.PostAsync("/", content)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Fields_and_files_of_a_form_in_parts_are_bound()
    {
        using var content = new MultipartFormDataContent { { new StringContent("Ann"), "name" }, { new ByteArrayContent(new byte[42]), "photo", "../a.png" } };

        Assert.Equal("Ann  Sunday ../a.png 42 1", await (await _app.Client.PostAsync("/", content)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_mistakes_in_a_form_are_named()
    {
        using var content = new FormUrlEncodedContent([new("n", "x"), new("day", "someday")]);

        var problem = await Problem.OfAsync(await _app.Client.PostAsync("/", content), HttpStatusCode.BadRequest);

        Assert.Equal(["day", "n", "name"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_not_supported() =>
        await Problem.OfAsync(await _app.Client.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json")), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_form_over_the_limit_is_too_large()
    {
        using var content = new MultipartFormDataContent { { new StringContent("Ann"), "name" }, { new ByteArrayContent(new byte[200_000]), "photo", "a.png" } };

        await Problem.OfAsync(await _app.Client.PostAsync("/", content), HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_malformed()
    {
        var body = string.Join("&", Enumerable.Range(0, 5000).Select(i => $"f{i}=1"));

        await Problem.OfAsync(await _app.Client.PostAsync("/", new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_whose_parts_do_not_end_is_malformed()
    {
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAnn");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        await Problem.OfAsync(await _app.Client.PostAsync("/", content), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_request_does_not_see_the_form_of_the_one_before()
    {
        using var content = new FormUrlEncodedContent([new("name", "Ann")]);
        await _app.Client.PostAsync("/", content);

        await Problem.OfAsync(await _app.Client.PostAsync("/", null), HttpStatusCode.UnsupportedMediaType);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
