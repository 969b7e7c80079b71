namespace Ermine.Http.Idempotency;

/// <summary>How an idempotency key stands for who asks for it.</summary>
public enum IdempotencyState
{
    /// <summary>It is the caller's: the function is to run.</summary>
    Claimed,

    /// <summary>The function runs for it elsewhere.</summary>
    Running,

    /// <summary>The function has run for it, and this is the answer.</summary>
    Done,

    /// <summary>It came with another request before.</summary>
    Mismatch,
}
