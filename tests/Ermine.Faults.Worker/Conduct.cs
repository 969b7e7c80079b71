namespace Ermine.Faults.Worker;

/// <summary>What is to become of a message.</summary>
public enum Conduct
{
    /// <summary>It is done.</summary>
    Plain,

    /// <summary>Its first attempt fails; a later one is done.</summary>
    FailsFirst,

    /// <summary>It ends in the dead letters.</summary>
    Poison,

    /// <summary>It is done, and sends a <see cref="FollowUp"/> in its commit.</summary>
    IsFollowed,
}
