namespace Ermine.Tests.Events;

/// <summary>What may stand in an event beside its detail.</summary>
public sealed class EventTextTests
{
    [Theory]
    [InlineData("subject", true)]
    [InlineData("x-1", true)]
    [InlineData("detail", false)]
    [InlineData("detail-type", false)]
    [InlineData("replay-name", false)] // which says that it is a replay's
    [InlineData("Subject", false)]
    [InlineData("a.b", false)]
    [InlineData("", false)]
    public void An_attribute_has_a_name_that_no_event_has_of_its_own(string name, bool may) => Assert.Equal(may, EventText.IsAttribute(name));
}
