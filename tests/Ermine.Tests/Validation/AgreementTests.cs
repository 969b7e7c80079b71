using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Validation;

/// <summary>The generated validation and that of the base library say the same, word by word.</summary>
public sealed class AgreementTests(ValidationApp app) : IClassFixture<ValidationApp>
{
    private int _right;
    private int _wrong;

    [Fact]
    public async Task Random_values_are_judged_as_the_base_library_judges_them()
    {
        await RandomSample.Of(depth: 2).SampleAsync(AgreeAsync, iter: 400, threads: 1);

        Assert.InRange(_wrong, 100, 399); // a comparison in which nothing is ever wrong, or ever right, compares nothing
        Assert.InRange(_right, 1, 399);
    }

    // Within what is kept of errors, both must name all of them.
    private async Task AgreeAsync(Sample sample)
    {
        var expected = Oracle.ErrorsOf(sample);
        if (expected.Sum(e => e.Value.Length) > 200) return;

        using var response = await app.Client.PostAsJsonAsync("/samples", sample, JsonSerializerOptions.Web);

        if (expected.Count == 0) Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        else
        {
            var problem = await Problem.OfAsync(response, HttpStatusCode.BadRequest);
            Assert.Equal(Lines(expected), Lines(problem.Errors!));
        }

        if (expected.Count == 0) _right++;
        else _wrong++;
    }

    private static IEnumerable<string> Lines(IDictionary<string, string[]> errors) => errors.SelectMany(e => e.Value.Select(m => $"{e.Key}: {m}")).Order(StringComparer.Ordinal);
}
