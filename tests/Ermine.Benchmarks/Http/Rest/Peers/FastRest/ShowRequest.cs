namespace FastRest;

/// <summary>What <see cref="Show"/> takes from the route.</summary>
public sealed class ShowRequest
{
    public int Id { get; set; }
}
