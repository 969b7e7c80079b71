using Ermine.Generator.Model;

namespace Ermine.Generator.Tests.Model;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_of_equal_items_are_equal()
    {
        var one = new[] { "a", "b" }.ToEquatableArray();
        var other = new[] { "a", "b" }.ToEquatableArray();

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a,c")]
    [InlineData("b,a")]
    [InlineData("a,b,c")]
    public void Arrays_of_other_items_are_not(string items) => Assert.NotEqual(new[] { "a", "b" }.ToEquatableArray(), items.Split(',').ToEquatableArray());

    [Fact]
    public void An_array_that_was_never_made_is_an_empty_one() => Assert.Equal(Array.Empty<string>().ToEquatableArray(), default);
}
