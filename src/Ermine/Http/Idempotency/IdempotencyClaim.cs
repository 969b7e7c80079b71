namespace Ermine.Http.Idempotency;

/// <summary>The answer to who asks for an idempotency key.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Epoch">For a claimed one: the fence of the run. It only grows.</param>
/// <param name="Answer">For one that is done: the answer.</param>
/// <param name="Wait">For one that is running: how long until it is free, if its node has died.</param>
public sealed record IdempotencyClaim(IdempotencyState State, long Epoch = 0, StoredAnswer? Answer = null, TimeSpan Wait = default);
