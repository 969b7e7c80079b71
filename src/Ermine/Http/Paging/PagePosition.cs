namespace Ermine.Http.Paging;

/// <summary>Where a page begins in a list.</summary>
/// <param name="Value">What the cursor was made of: the sort values of the item that the page begins after.</param>
/// <param name="IsBackward">Whether the page ends before that item instead.</param>
public readonly record struct PagePosition(string Value, bool IsBackward);
