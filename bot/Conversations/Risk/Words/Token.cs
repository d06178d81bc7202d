namespace EngagementBot.Conversations.Risk.Words;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Pause : byte { None, Comma, Stop }

/// <summary>One word of a message as the rules read it.</summary>
/// <param name="Word">Its number in the vocabulary; -1 where no rule knows it.</param>
/// <param name="Guess">A second reading (typo mended, letters restored); -1 if none.</param>
/// <param name="Start">First UTF-16 unit in the message as written.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Before">The pause before it.</param>
/// <param name="Picture">An emoji, another symbol or half of one: it may mean a word, and it never stands between two.</param>
/// <param name="Known">A word of English, Welsh or the rules, as far as the lists go.</param>
internal readonly record struct Token(int Word, int Guess, int Start, int End, Pause Before, bool Known, bool Picture = false);
