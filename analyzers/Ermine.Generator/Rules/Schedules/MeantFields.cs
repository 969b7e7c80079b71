using Ermine.Schedules.Expressions;

namespace Ermine.Generator.Rules.Schedules;

/// <summary>What cron was meant to be whose fields are one too few or too many.</summary>
/// <param name="Text">The text that was meant.</param>
/// <param name="Why">What is wrong with the one that is there.</param>
internal sealed record MeantFields(string Text, string Why)
{
    /// <summary>Of a text that cannot be read; null where nothing is plain.</summary>
    public static MeantFields? OfUnreadable(string text)
    {
        var fields = CronText.Fields(text).ConvertAll(f => f.Text);
        return fields.Count switch
        {
            5 when IsMinuteOnly(fields[1]) && fields[2].All(char.IsDigit) && Readable([.. fields, "*"]) is { } six => new MeantFields(six, "has five fields, of which the first is the minute, and reads as if it were the second"),
            6 when Readable(fields.Take(5)) is { } five && IsYear(fields[5]) => new MeantFields(five, "has a year as its sixth field, and with six fields the first is the second"),
            7 when Readable(fields.Take(6)) is { } six && IsYear(fields[6]) => new MeantFields(six, "has a year as its seventh field, which schedules do not have"),
            _ => null,
        };
    }

    /// <summary>Of a text that names an hour or a minute and begins with a star, so that it fires sixty times where once was meant.</summary>
    public static MeantFields? OfStar(string text)
    {
        var fields = CronText.Fields(text).ConvertAll(f => f.Text);
        return fields.Count switch
        {
            6 when fields[0] == "*" && fields[1].All(char.IsDigit) => new MeantFields(string.Join(" ", fields.Skip(1)), "begins with the second where it has six fields, and fires sixty times in its minute"),
            5 when fields[0] == "*" && fields[1].All(char.IsDigit) => new MeantFields(string.Join(" ", fields.Skip(1).Prepend("0")), "fires at every minute of its hour"),
            _ => null,
        };
    }

    private static string? Readable(IEnumerable<string> fields)
    {
        var text = string.Join(" ", fields);
        return ScheduleExpression.Parse(text, out _) is null ? null : text;
    }

    // A number that is a minute and no hour.
    private static bool IsMinuteOnly(string field) => field.Length == 2 && int.TryParse(field, out var number) && number is > 23 and < 60;

    private static bool IsYear(string field) => field is "*" or "?" || (field.Length >= 4 && field.Take(4).All(char.IsDigit));
}
