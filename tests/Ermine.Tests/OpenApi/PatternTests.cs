using System.ComponentModel.DataAnnotations;
using Ermine.Http;

namespace Ermine.Tests.OpenApi;

/// <summary>Regular expressions of attributes, which ask for the whole text, in schemas, where they may fit anywhere.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("[a-z]+", "^(?:[a-z]+)$")]
    [InlineData("^[a-z]+$", "^[a-z]+$")]
    [InlineData(@"\A[a-z]+\z", "^[a-z]+$")]
    [InlineData("^[a-z]+", "^(?:[a-z]+)$")]
    [InlineData(@"^[a-z]+\$", @"^(?:[a-z]+\$)$")]
    [InlineData(@"^[a-z]+\\$", @"^[a-z]+\\$")]
    [InlineData("^a|b$", "^(?:^a|b$)$")]
    [InlineData("^(a|b)[|]$", "^(a|b)[|]$")]
    public async Task Its_ends_are_marked_once(string pattern, string written)
    {
        var operation = await DescribedApp.OperationAsync(new RestDescription("Things") { Summary = "Does it.", Parameters = [new("id", RestSource.Route, typeof(string)) { Rules = [new RegularExpressionAttribute(pattern)] }] });

        Assert.Equal(written, (string?)operation["parameters"]![0]!["schema"]!["pattern"]);
    }
}
