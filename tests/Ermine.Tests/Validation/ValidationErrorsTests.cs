using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Ermine.Kernel;

namespace Ermine.Tests.Validation;

public sealed class ValidationErrorsTests
{
    private const int Runs = 2_000;

    private static readonly Shopping.Order Right = new("tea", [new(1, null), new(9, Shopping.Colour.Green)], new() { Street = "a", City = "b", Notes = { ["x"] = [] } }, "a@b", Shopping.Colour.Green, Shopping.Marks.Hot);

    [Fact]
    public void Values_that_are_right_cost_no_memory()
    {
        var errors = New();
        var check = Validator<Shopping.Tree>();
        var tree = new Shopping.Tree { Name = "oak", Branches = [new() { Name = "a", Branches = [new()] }, new()] };

        Assert.Equal(0, BytesOf(() => check(errors, tree)));
        Assert.Equal(0, errors.Count);
    }

    [Fact]
    public void A_list_of_structures_costs_no_memory()
    {
        var errors = New();
        var check = Validator<List<Shopping.Line>>();

        Assert.Equal(0, BytesOf(() => check(errors, Right.Lines)));
    }

    [Fact]
    public void Values_that_are_wrong_do()
    {
        var errors = New();
        var check = Validator<Shopping.Tree>();
        var tree = new Shopping.Tree { Name = "much too long" };

        Assert.NotEqual(0, BytesOf(() =>
        {
            check(errors, tree);
            errors.End();
        }));
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var errors = New();
        var tree = new Shopping.Tree { Name = "a" };
        tree.Branches = [tree];

        Validator<Shopping.Tree>()(errors, tree);

        var error = Assert.Single(errors.Found);
        Assert.Equal("The value is nested more than 32 levels deep.", error.Message);
        Assert.Equal(16, error.Path.Split("/branches/0").Length - 1);
    }

    [Fact]
    public void A_number_too_large_for_an_attribute_is_refused() => Assert.True(ValidationErrors.Refuses(new EnumDataTypeAttribute(typeof(DayOfWeek)), "4111111111111111"));

    [Theory]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", true)]
    [InlineData(@"(?=(a+)+$)(\w)\2*!", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", true)]
    [InlineData("[a-c]{2}", "ab", false)]
    [InlineData("[a-c]{2}", "abc", true)]
    [InlineData("[a-c]{2}", "", false)]
    public void A_pattern_takes_no_time_that_a_text_can_stretch(string pattern, string text, bool isRefused) => Assert.Equal(isRefused, new ValidationPattern(pattern, 200).Refuses(text));

    private static ValidationErrors New() => new ValidationErrors().Begin(null, JsonSerializerOptions.Web);

    private static Action<ValidationErrors, T> Validator<T>() => typeof(ErmineGenerated.Ermine.Tests.Validation.Shopping).GetNestedType("Validation", BindingFlags.NonPublic)!
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(m => m.GetParameters() is [_, { Name: "value" } value] && value.ParameterType == typeof(T)).CreateDelegate<Action<ValidationErrors, T>>();

    private static long BytesOf(Action check)
    {
        for (var i = 0; i < Runs; i++) check();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Runs; i++) check();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
