using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: what a list is sorted by, only its author knows.
public sealed class PagedRuleTests
{
    [Fact]
    public Task A_function_that_cannot_be_asked_for_a_page_is_told() => RuleTest<PagedRule>.Says("ERM418", DiagnosticSeverity.Warning,
        "'Products.List' is [Paged] and takes no PageRequest, so callers cannot ask for a page: cursor and size are not read; add a parameter PageRequest page",
        Source("{|#0:Paged|}", "Task<Page<string>> List()"));

    [Theory]
    [InlineData("Task<string[]> List(PageRequest page)")]
    [InlineData("string List(PageRequest page)")]
    [InlineData("Ok<string> List(PageRequest page)")]
    public Task A_function_that_answers_no_page_is_told(string method) => RuleTest<PagedRule>.Fires(Source("{|ERM418:Paged|}", method));

    [Theory]
    [InlineData("Task<Page<string>> List(PageRequest page)")]
    [InlineData("Page<string> List(string q, PageRequest page)")]
    [InlineData("Task<Results<Ok<Page<string>>, NotFound>> List(PageRequest page)")]
    [InlineData("Task<IResult> List(PageRequest page)")]
    public Task Pages_are_asked_for_and_answered(string method) => RuleTest<PagedRule>.IsSilent(Source("Paged", method));

    [Fact]
    public Task Half_typed_pages_are_borne() => RuleTest<PagedRule>.BearsHalfTyped(Source("Paged(MaxSize = ", "Task<Page<> List(PageRequest"));

    private static string Source(string attribute, string method) => $$"""
        using Ermine.Http.Paging;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        public sealed class Products
        {
            [Function, Rest("GET /products"), {{attribute}}] public {{method}} => throw new Exception();
        }
        """;
}
