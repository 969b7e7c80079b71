namespace Ermine.Schedules.Expressions;

/// <summary>Reads cron: five fields, or six with the second first; numbers, names, lists, ranges, steps, and <c>L</c>, <c>W</c> and <c>#</c> for days.</summary>
internal sealed class CronReader
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@every_second"] = "* * * * * *",
        ["@every_minute"] = "* * * * *",
        ["@hourly"] = "0 * * * *",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@weekly"] = "0 0 * * 0",
        ["@monthly"] = "0 0 1 * *",
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
    };

    private readonly CronParts _parts = new();

    /// <summary>The expression; null where the text is none.</summary>
    public static CronExpression? Read(string text, out ScheduleFault? fault)
    {
        var fields = CronText.Fields(text);
        fault = null;
        if (fields.Count == 1 && fields[0].Text[0] == '@')
        {
            if (Names.TryGetValue(fields[0].Text, out var meant)) return Read(meant, out fault);
            fault = new ScheduleFault(fields[0].Start, fields[0].Text.Length, $"there is no '{fields[0].Text}'; there are {string.Join(", ", Names.Keys)}");
            return null;
        }

        if (fields.Count is not (5 or 6))
        {
            fault = new ScheduleFault(0, text.Length, $"it has {fields.Count} field(s), and cron has five (minute, hour, day of the month, month, day of the week), or six with the second first");
            return null;
        }

        return new CronReader().Read(fields, out fault);
    }

    private CronExpression? Read(List<CronText> fields, out ScheduleFault? fault)
    {
        fault = null;
        var first = CronField.All.Length - fields.Count;
        if (first == 1) _parts.Seconds = 1;
        for (var i = 0; i < fields.Count; i++)
        {
            fault = Read(CronField.All[first + i], fields[i]);
            if (fault is not null) return null;
        }

        return new CronExpression(_parts);
    }

    private ScheduleFault? Read(CronField field, CronText text)
    {
        var bits = field switch
        {
            _ when field == CronField.DayOfMonth => DaysOfMonth(text),
            _ when field == CronField.DayOfWeek => DaysOfWeek(text),
            _ => Set(field, text),
        };
        if (bits is not { } set || !text.IsAtEnd) return text.Fault ?? new ScheduleFault(text.Start + text.Place, text.Text.Length - text.Place, $"'{text.Rest}' has no meaning there in the {field.Name}");

        switch (field.Name)
        {
            case "second": _parts.Seconds = set; break;
            case "minute": _parts.Minutes = set; break;
            case "hour": _parts.Hours = set; break;
            case "day of the month": _parts.DaysOfMonth = set; break;
            case "month": _parts.Months = set; break;
            default: _parts.DaysOfWeek = (set & (1UL << 7)) != 0 ? set | 1 : set; break; // 7 is Sunday too
        }

        return null;
    }

    private ulong? Set(CronField field, CronText text)
    {
        if (text.Accept('*') || text.Accept('?'))
        {
            _parts.Repeats |= field.IsOfTheDay;
            return text.Accept('/') ? Stepped(field, text, field.Min, field.Max) : Bits(field, field.Min, field.Max, 1);
        }

        return List(field, text);
    }

    private ulong? List(CronField field, CronText text)
    {
        ulong all = 0;
        do
        {
            if (text.Value(field) is not { } low || Range(field, text, low) is not { } bits) return null;
            all |= bits;
        }
        while (text.Accept(','));
        return all;
    }

    private ulong? Range(CronField field, CronText text, int low)
    {
        if (text.Accept('-'))
        {
            _parts.Repeats |= field.IsOfTheDay;
            if (text.Value(field) is not { } high) return null;
            return text.Accept('/') ? Stepped(field, text, low, high) : Bits(field, low, high, 1);
        }

        if (!text.Accept('/')) return 1UL << low;
        _parts.Repeats |= field.IsOfTheDay;
        return Stepped(field, text, low, field.Max);
    }

    private static ulong? Stepped(CronField field, CronText text, int low, int high) =>
        text.Number(1, field.Max, $"the step of the {field.Name}") is { } step ? Bits(field, low, high, step) : null;

    // A range that ends before it begins goes round: 22-2 is 22, 23, 0, 1, 2.
    private static ulong Bits(CronField field, int low, int high, int step)
    {
        ulong bits = 0;
        var last = field == CronField.DayOfWeek && low > high ? field.Max - 1 : field.Max; // Sunday is 0 and 7, and stands in a round once
        var value = low;
        for (; value <= (high < low ? last : high); value += step) bits |= 1UL << value;
        if (high < low)
        {
            for (value = field.Min + (value - last - 1); value <= high; value += step) bits |= 1UL << value;
        }

        return bits;
    }

    private ulong? DaysOfMonth(CronText text)
    {
        var field = CronField.DayOfMonth;
        if (text.Accept('L'))
        {
            _parts.IsLastOfMonth = true;
            if (text.Accept('-'))
            {
                if (text.Number(0, 30, "the days before the last of the month") is not { } before) return null;
                _parts.DaysBeforeLast = before;
            }

            _parts.IsNearestWeekday = text.Accept('W');
            return Bits(field, field.Min, field.Max, 1);
        }

        if (text.IsNumberThen('W'))
        {
            var day = text.Value(field);
            _parts.IsNearestWeekday = text.Accept('W');
            return day is { } single ? 1UL << single : null;
        }

        return Set(field, text);
    }

    private ulong? DaysOfWeek(CronText text)
    {
        var field = CronField.DayOfWeek;
        if (text.Text[0] is '*' or '?') return Set(field, text);
        if (text.Value(field) is not { } day) return null;
        if (text.Accept('L'))
        {
            _parts.IsLastOfKind = true;
            return 1UL << day;
        }

        if (text.Accept('#'))
        {
            if (text.Number(1, 5, "which of the month's") is not { } nth) return null;
            _parts.Nth = nth;
            return 1UL << day;
        }

        if (Range(field, text, day) is not { } bits) return null;
        return text.Accept(',') ? bits | List(field, text) : bits;
    }
}
