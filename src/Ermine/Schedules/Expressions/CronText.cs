namespace Ermine.Schedules.Expressions;

/// <summary>One field of cron while it is read, and where it stands.</summary>
internal sealed class CronText(int start, string text)
{
    public int Start { get; } = start;

    public string Text { get; } = text;

    /// <summary>How far it has been read.</summary>
    public int Place { get; private set; }

    public bool IsAtEnd => Place >= Text.Length;

    public string Rest => Text.Substring(Place);

    /// <summary>What is wrong with it, once something is.</summary>
    public ScheduleFault? Fault { get; private set; }

    /// <summary>The fields of a text.</summary>
    public static List<CronText> Fields(string text)
    {
        var fields = new List<CronText>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] is not (' ' or '\t')) i++;
            if (i > start) fields.Add(new CronText(start, text.Substring(start, i - start)));
            else i++;
        }

        return fields;
    }

    /// <summary>Passes a letter, in either case, if it comes next.</summary>
    public bool Accept(char letter)
    {
        if (IsAtEnd || char.ToUpperInvariant(Text[Place]) != letter) return false;
        Place++;
        return true;
    }

    /// <summary>Whether a number comes next, and this letter behind it.</summary>
    public bool IsNumberThen(char letter)
    {
        var end = Place;
        while (end < Text.Length && IsDigit(Text[end])) end++;
        return end > Place && end < Text.Length && char.ToUpperInvariant(Text[end]) == letter;
    }

    /// <summary>A number or a word of a field; null where there is a fault.</summary>
    public int? Value(CronField field)
    {
        var word = Word();
        if (word.Length == 0 || IsDigit(word[0])) return Number(field.Min, field.Max, $"the {field.Name}");

        var index = Array.FindIndex(field.Words, w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase));
        if (index < 0 && word.Length > 3) index = Array.FindIndex(field.Words, w => w + "L" == word.ToUpperInvariant()); // FRIL: the last Friday
        if (index < 0)
        {
            Fault = new ScheduleFault(Start + Place, word.Length, $"'{word}' is no {field.Name}, which is {field.Range}");
            return null;
        }

        Place += field.Words[index].Length;
        return field.FirstWord + index;
    }

    /// <summary>A number within a range; null where there is a fault.</summary>
    public int? Number(int min, int max, string what)
    {
        var end = Place;
        while (end < Text.Length && IsDigit(Text[end])) end++;
        var digits = Text.Substring(Place, end - Place);
        if (digits.Length is 1 or 2 && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var number && number >= min && number <= max)
        {
            Place = end;
            return number;
        }

        Fault = digits.Length == 0
            ? new ScheduleFault(Start + Place, Text.Length - Place, $"a number is missing{(IsAtEnd ? "" : $" before '{Rest}'")}: {what} is from {min} to {max}")
            : new ScheduleFault(Start + Place, digits.Length, $"{what} is {digits}, and may be from {min} to {max}");
        return null;
    }

    private string Word()
    {
        var end = Place;
        while (end < Text.Length && (IsDigit(Text[end]) || char.IsLetter(Text[end]))) end++;
        return Text.Substring(Place, end - Place);
    }

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
