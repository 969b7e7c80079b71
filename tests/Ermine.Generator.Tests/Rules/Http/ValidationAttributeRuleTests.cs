using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: which of two limits is meant, or what a pattern was to be, only its author knows, and another type changes what callers send.
public sealed class ValidationAttributeRuleTests
{
    [Fact]
    public Task An_attribute_on_a_type_that_it_cannot_judge_is_told() => RuleTest<ValidationAttributeRule>.Says("ERM410", DiagnosticSeverity.Error,
        "[MaxLength] is on 'Size', which is 'int', and asks for a text or a collection, so every value would be refused or fail the request with 500; take it off, or change the type",
        In("[{|#0:MaxLength(3)|}] public int Size { get; set; }"));

    [Theory]
    [InlineData("[{|ERM410:Range(1, 2)|}] public string? A { get; set; }")]
    [InlineData("[{|ERM410:Range(1.5, 2)|}] public DateTime? A { get; set; }")]
    [InlineData("[{|ERM410:StringLength(3)|}] public List<string>? A { get; set; }")]
    [InlineData("[{|ERM410:EmailAddress|}] public Uri? A { get; set; }")]
    [InlineData("[{|ERM410:Url|}] public int A { get; set; }")]
    [InlineData("[{|ERM410:Length(1, 2)|}] public decimal? A { get; set; }")]
    [InlineData("[{|ERM410:RegularExpression(\"a\")|}] public string[]? A { get; set; }")]
    [InlineData("public void Run([{|ERM410:MaxLength(3)|}] int a) { }")]
    [InlineData("public sealed record Inner([{|ERM410:MaxLength(3)|}] int A, [property: {|ERM410:Phone|}] int B);")]
    public Task Types_that_an_attribute_cannot_judge_are_found(string member) => RuleTest<ValidationAttributeRule>.Fires(In(member));

    [Fact]
    public Task A_range_that_no_value_is_in_is_told() => RuleTest<ValidationAttributeRule>.Says("ERM411", DiagnosticSeverity.Error,
        "[Range] on 'A' has a minimum of 5 above its maximum of 1, so every value would be refused or fail the request with 500; correct the limits", In("[{|#0:Range(5, 1)|}] public int A { get; set; }"));

    [Theory]
    [InlineData("[{|ERM411:Range(1.5, 1)|}] public double A { get; set; }")]
    [InlineData("[{|ERM411:Range(1, 1, MaximumIsExclusive = true)|}] public int A { get; set; }")]
    [InlineData("[{|ERM411:StringLength(3, MinimumLength = 4)|}] public string? A { get; set; }")]
    [InlineData("[{|ERM411:Length(3, 2)|}] public string? A { get; set; }")]
    [InlineData("[{|ERM411:MaxLength(0)|}] public string? A { get; set; }")]
    [InlineData("[{|ERM411:MinLength(-1)|}] public string? A { get; set; }")]
    public Task Limits_that_exclude_each_other_are_found(string member) => RuleTest<ValidationAttributeRule>.Fires(In(member));

    [Fact]
    public Task A_pattern_that_does_not_parse_is_found() => RuleTest<ValidationAttributeRule>.Fires(In("[{|ERM412:RegularExpression(\"[a-\")|}] public string? A { get; set; }"));

    [Fact]
    public Task A_required_value_that_is_never_missing_is_told() => RuleTest<ValidationAttributeRule>.Says("ERM413", DiagnosticSeverity.Warning,
        "'A' is 'int', which cannot be null, so [Required] never fails and a value that is missing is taken for 0; make it 'int?', or a 'required' member or constructor parameter, without which JSON is refused",
        In("[{|#0:Required|}] public int A { get; set; }"));

    [Fact]
    public Task A_comparison_with_no_member_is_told_with_what_was_meant() => RuleTest<ValidationAttributeRule>.Says("ERM414", DiagnosticSeverity.Error,
        "[Compare] on 'Again' names 'Pasword', and 'Form' has no public property of that name, so every value would be refused; did you mean 'Password'?",
        In("public string? Password { get; set; } [{|#0:Compare(\"Pasword\")|}] public string? Again { get; set; }"));

    [Fact]
    public Task What_can_be_is_left_alone() => RuleTest<ValidationAttributeRule>.IsSilent(In("""
        [Range(1, 1)] public int A { get; set; }
        [Range(1, 2)] public decimal? B { get; set; }
        [Range(typeof(DateTime), "2020-01-01", "2021-01-01")] public DateTime C { get; set; }
        [StringLength(3, MinimumLength = 3), EmailAddress, RegularExpression("(?<=a)b"), Url] public string? D { get; set; }
        [MinLength(0), MaxLength(1)] public IReadOnlyList<int>? E { get; set; }
        [MaxLength] public IEnumerable<int>? F { get; set; }
        [Required] public int? G { get; set; }
        [Compare(nameof(D))] public string? H { get; set; }
        [Url] public Uri? I { get; set; }
        [Required] public object? J { get; set; }
        [Length(1, 2)] public int[]? K { get; set; }
        """));

    [Fact]
    public Task Half_typed_code_is_borne() => RuleTest<ValidationAttributeRule>.BearsHalfTyped(In("[Range(] public int A { get; set; } [Compare] public Missing B { get; set; } [StringLength(\"a\")] public string C"));

    private static string In(string member) => $$"""
        using System.ComponentModel.DataAnnotations;
        public sealed class Form
        {
            {{member}}
        }
        """;
}
