// Rules as they were read, with the memory of which had their time_option in a rule of its own.
using System.Collections;

namespace CloudSigma.Sdk;

/// <summary>The rules of an answer. Sent back unchanged, they have the form in which they came.</summary>
internal sealed class RetentionRuleList(IReadOnlyList<RetentionRule> rules, IReadOnlySet<int> split) : IReadOnlyList<RetentionRule>
{
    public int Count => rules.Count;

    public RetentionRule this[int index] => rules[index];

    /// <summary>Whether the time_option of the rule came as the rule after it.</summary>
    public bool IsSplit(int index) => split.Contains(index);

    public IEnumerator<RetentionRule> GetEnumerator() => rules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
