namespace Ermine.Queues.Toy;

/// <summary>One function for each thing that a queue can do, each recording what it was handed.</summary>
public sealed class Chores(Recorder recorder)
{
    [Function, QueueTrigger(BatchSize = 10)]
    public BatchResult Sort(IReadOnlyList<Part> parts)
    {
        recorder.Add(string.Join(",", parts.Select(part => part.Name)));
        var result = BatchResult.Completed;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Name == "early" && recorder.Runs.Count == 1) result.Retry(i, "It came too early.", TimeSpan.FromMinutes(1));
            if (parts[i].Name == "bad") result.Reject(i, "It is bad.");
        }

        return result;
    }

    [Function, QueueTrigger(BatchSize = 10, Coalesce = nameof(Reading.Meter))]
    public void Buffer(IReadOnlyList<Reading> readings) =>
        recorder.Add($"{string.Join("+", readings.Select(reading => reading.Meter).Distinct())}: {readings.Sum(reading => reading.Value)}");

    [Function(MaxConcurrency = 1), QueueTrigger(BatchSize = 3, BatchWindowMilliseconds = 25_000)]
    public void Collect(IReadOnlyList<Drip> drips) => recorder.Add(string.Join(",", drips.Select(drip => drip.Number).Order()));

    [Function, QueueTrigger(MaxRate = "10/h")]
    public void Ring(Call call) => recorder.Add($"{call.Number}");

    [Function(MaxAttempts = 3), QueueTrigger]
    [RetryOn<TimeoutException>(MaxAttempts = 2, BackoffSeconds = 60)]
    [RejectOn<FormatException>]
    public void Run(Errand errand)
    {
        recorder.Add(errand.Failure);
        throw errand.Failure switch
        {
            "timeout" => new TimeoutException("It took too long."),
            "format" => new FormatException("It is not written so."),
            _ => new InvalidOperationException("It is broken."),
        };
    }

    [Function, QueueTrigger]
    public void Read(Letter letter) => recorder.Add(letter.Text);

    [Function, QueueTrigger]
    public void Keep(Note note) => recorder.Add(note.Text);

    [Function(MaxAttempts = 1), QueueTrigger]
    public void Fail(Wish wish) => throw new NotSupportedException($"Nobody can {wish.Deed}.");

    [Function, DeadLetterTrigger("wishes")]
    public void Mourn(DeadLetter letter) => recorder.Add($"{letter.Queue} {letter.Function} {letter.Attempts}: {letter.Reason} {letter.Payload}");
}
