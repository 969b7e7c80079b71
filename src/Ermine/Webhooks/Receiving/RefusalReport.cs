using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Receiving;

/// <summary>Tells operators why a webhook refuses: once in ten seconds, so that nobody can fill the log from outside, with the number of the others.</summary>
internal sealed class RefusalReport(string name, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _telling = new();
    private long? _last;
    private int _unsaid;

    public void Tell(WebhookRefusal refusal)
    {
        int unsaid;
        lock (_telling)
        {
            if (_last is { } last && time.GetElapsedTime(last) < Pause)
            {
                _unsaid++;
                unsaid = -1;
            }
            else
            {
                _last = time.GetTimestamp();
                (unsaid, _unsaid) = (_unsaid, 0);
            }
        }

        if (unsaid < 0) WebhookLog.RefusedAgain(log, name, refusal.Status, refusal.Reason);
        else WebhookLog.Refused(log, name, refusal.Status, refusal.Reason, unsaid);
    }
}
